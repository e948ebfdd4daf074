import type { FastifyRequest } from 'fastify';
import { RequestProblem } from '../problems/problem.js';
import type { Fields } from './form.js';

/**
 * The fields of a form as they were sent.
 * @throws RequestProblem if it is no form, or a field comes twice: which of the two was meant, nobody can say
 */
export function fieldsIn({ headers, body }: FastifyRequest): Fields {
  const type = headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') throw new RequestProblem(415, 'unsupported-media-type');
  const fields = Object.entries(body as Record<string, unknown>);
  if (!fields.every((field): field is [string, string] => typeof field[1] === 'string')) throw new RequestProblem(400, 'bad-request');
  return Object.fromEntries(fields);
}
