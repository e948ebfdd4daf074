import { isSameSecret, type Mac } from '#identity';
import type { Place } from '#views';
import { RequestProblem } from '../problems/problem.js';

/** Where the next page goes on, as text that only this program can write: what was made up or changed is refused. */
export function writePlace(place: Place, mac: Mac): string {
  const text = Buffer.from(JSON.stringify([place.due, place.caseId])).toString('base64url');
  return `${text}.${tag(text, mac)}`;
}

/** @throws RequestProblem if it was not written by `writePlace` */
export function readPlace(cursor: string, mac: Mac): Place {
  const [text = '', given = '', ...more] = cursor.split('.');
  if (more.length > 0 || !isSameSecret(given, tag(text, mac))) {
    throw new RequestProblem(400, 'invalid-request', [{ field: 'after', code: 'unknown' }]);
  }
  const [due, caseId] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as [string, string];
  return { due, caseId };
}

const tag = (text: string, mac: Mac): string => mac('page-place', text).toString('base64url').slice(0, 22);
