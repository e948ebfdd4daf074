import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { SentForm } from '../forms/sent-form.js';
import { RequestProblem } from '../problems/problem.js';
import { readJson } from './json-body.js';
import { routeKind } from './route-kind.js';

/**
 * In bytes. However much somebody has pasted into a form, it is to come back with a word on what to mend; a letter takes up to nine bytes on
 * the way. The API takes less.
 */
const formLimit = 4 * 1024 * 1024;
const jsonLimit = 256 * 1024;

/**
 * The API takes JSON in UTF-8, unpacked. Forms are for the pages: a page of another site can make a browser send one, but never JSON
 * without asking first.
 */
export function takeJsonAndForms(app: NestFastifyApplication): void {
  app.useBodyParser('application/json', { bodyLimit: jsonLimit }, (_request, body: Buffer, done) => done(null, readJson(body)));
  app.useBodyParser('application/x-www-form-urlencoded', { bodyLimit: formLimit }, (_request, body: Buffer, done) =>
    done(null, SentForm.of(body)),
  );
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, _reply, done) => {
      if (routeKind(request) === 'api' && !isJson(request)) done(new RequestProblem(415, 'unsupported-media-type'));
      else done();
    });
}

/** A request without a body needs no type; Fastify itself refuses a body without one. */
function isJson({ headers }: FastifyRequest): boolean {
  const { 'content-type': type = 'application/json', 'content-encoding': encoding = 'identity' } = headers;
  return encoding === 'identity' && /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type);
}
