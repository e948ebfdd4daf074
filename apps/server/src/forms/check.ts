import type { Type } from '@nestjs/common';
import type { LocalDate } from '#promises';
import { RequestProblem } from '../problems/problem.js';
import { showsSomething } from '../requests/tidy.js';
import { validation } from '../requests/validation.js';

/** What is wrong with a field: it was left empty although it is needed, what stands there cannot be right, there is too much of it, or it is asked back. */
export type Fault = 'missing' | 'wrong' | 'personal-number' | TooLong | LongAgo;

/** In characters. */
export interface TooLong {
  readonly length: number;
  readonly max: number;
}

/** A day of receipt that may be right. */
export interface LongAgo {
  readonly longAgo: LocalDate;
}

export type Checked<Asked> = { readonly asked: Asked } | { readonly faults: Readonly<Record<string, Fault>> };

const pipe = validation();

/**
 * Holds what a form says against the same request class as the API. A field that was left empty is one that was not given.
 * @throws RequestProblem if there is a field that the form does not have
 */
export async function check<Asked extends object>(asks: Type<Asked>, said: object): Promise<Checked<Asked>> {
  const given = withoutEmpty(said);
  try {
    return { asked: (await pipe.transform(given, { type: 'body', metatype: asks })) as Asked };
  } catch (error) {
    if (!(error instanceof RequestProblem) || !error.errors) throw error;
    if (error.errors.some(({ code }) => code === 'whitelistValidation')) throw new RequestProblem(400, 'bad-request');
    return { faults: Object.fromEntries(error.errors.map((one) => [one.field, isGiven(given, one.field) ? faultOf(one) : 'missing'])) };
  }
}

const faultOf = ({ length, max }: Partial<TooLong>): Fault => (length !== undefined && max !== undefined ? { length, max } : 'wrong');

function withoutEmpty(said: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(said).flatMap(([name, value]: [string, unknown]) => {
      if (typeof value === 'string') return showsSomething(value) ? [[name, value]] : [];
      if (typeof value !== 'object' || value === null) return value === undefined ? [] : [[name, value]];
      const inner = withoutEmpty(value);
      return Object.keys(inner).length === 0 ? [] : [[name, inner]];
    }),
  );
}

const isGiven = (given: object, path: string): boolean =>
  path.split('.').reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], given) !== undefined;
