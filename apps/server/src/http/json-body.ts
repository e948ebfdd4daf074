import { isNameOfEveryObject } from '../requests/names.js';
import { RequestProblem } from '../problems/problem.js';
import { readUtf8 } from './utf-8.js';

/** No request of ours is nested deeper than three levels. */
const deepest = 10;

/** Values in a body, whatever they are; the largest request of ours has a tenth. */
const mostValues = 200;

/**
 * What a body says. Its shape is looked at before it is parsed, sign by sign and no further than the first fault, because objects made of
 * 256 KiB of nothing but fields cost a hundred times what they weigh.
 * @throws RequestProblem if it is no JSON in UTF-8, says a thing twice, or holds more, or deeper, than any request of ours
 */
export function readJson(bytes: Buffer): unknown {
  const text = readUtf8(bytes);
  requireModestShape(text);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw noJson();
  }
}

function requireModestShape(text: string): void {
  const shape = new Shape();
  for (let at = 0; at < text.length; at++) {
    if (text[at] !== '"') {
      shape.meets(text[at]);
      continue;
    }
    const end = endOfString(text, at);
    if (/^\s*:/.test(text.slice(end + 1, end + 20))) shape.isNamed(text.slice(at, end + 1));
    at = end;
  }
}

/** What has been met of a body so far. */
class Shape {
  /** For each object that is open the names that it has; for each list none. */
  private readonly open: Set<string>[] = [];
  private values = 1;

  meets(sign: string | undefined): void {
    if (sign === '{' || sign === '[') this.open.push(new Set());
    if (sign === '}' || sign === ']') this.open.pop();
    if (sign === '{' || sign === '[' || sign === ',') this.values++;
    if (this.open.length > deepest || this.values > mostValues) throw noJson();
  }

  /** Which of two values under one name was meant, nobody can say. */
  isNamed(written: string): void {
    const names = this.open.at(-1);
    const name = nameIn(written);
    if (!names || names.has(name) || isNameOfEveryObject(name)) throw noJson();
    names.add(name);
  }
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '"') return at;
    if (text[at] === '\\') at++;
  }
  throw noJson();
}

function nameIn(written: string): string {
  try {
    return JSON.parse(written) as string;
  } catch {
    throw noJson();
  }
}

const noJson = (): RequestProblem => new RequestProblem(400, 'bad-request');
