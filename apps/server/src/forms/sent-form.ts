import type { FastifyRequest } from 'fastify';
import { RequestProblem } from '../problems/problem.js';
import { isNameOfEveryObject } from '../requests/names.js';
import { readUtf8 } from '../http/utf-8.js';
import type { Fields } from './form.js';
import type { Seal } from './form-seals.js';

/** Twice as many as any form of ours has. */
export const mostFields = 64;

/** A form as it was sent: cut at its ampersands, and read no further than somebody asks. */
export class SentForm {
  private constructor(private readonly pieces: readonly Piece[]) {}

  /** @throws RequestProblem if it has more fields than any form of ours, and so is none */
  static of(bytes: Buffer): SentForm {
    const pieces = cut(bytes);
    if (pieces.length > mostFields) throw new RequestProblem(403, 'foreign-form');
    return new SentForm(pieces);
  }

  /** The hidden fields that show it to be a form of ours; nothing else is read for them. */
  get seal(): Partial<Seal> {
    return this.read((name) => isOfSeal(name));
  }

  /** What was filled in. */
  get fields(): Fields {
    return this.read((name) => !isOfSeal(name));
  }

  /** What was filled in under some names, and nothing that came besides. */
  among(names: ReadonlySet<string>): Fields {
    return this.read((name) => names.has(name));
  }

  /** @throws RequestProblem if it is not UTF-8, or a field comes twice: which of the two was meant, nobody can say */
  private read(wanted: (name: string) => boolean): Fields {
    const fields = new Map<string, string>();
    for (const { name: written, value } of this.pieces) {
      const name = decoded(written);
      if (!wanted(name)) continue;
      if (fields.has(name) || isNameOfEveryObject(name)) throw new RequestProblem(400, 'bad-request');
      fields.set(name, decoded(value));
    }
    return Object.fromEntries(fields);
  }
}

/**
 * The form that a request brings, whoever made it.
 * @throws RequestProblem if it brings none
 */
export function sentForm({ body }: Pick<FastifyRequest, 'body'>): SentForm {
  if (!(body instanceof SentForm)) throw new RequestProblem(415, 'unsupported-media-type');
  return body;
}

interface Piece {
  readonly name: Buffer;
  readonly value: Buffer;
}

/** At most one piece more than a form may have: of anything larger it is known by then that it is none. */
function cut(bytes: Buffer): Piece[] {
  const pieces: Piece[] = [];
  for (let start = 0; start < bytes.length && pieces.length <= mostFields;) {
    const next = bytes.indexOf(ampersand, start);
    const end = next === -1 ? bytes.length : next;
    if (end > start) pieces.push(piece(bytes.subarray(start, end)));
    start = end + 1;
  }
  return pieces;
}

function piece(bytes: Buffer): Piece {
  const at = bytes.indexOf(equalsSign);
  return at === -1 ? { name: bytes, value: bytes.subarray(0, 0) } : { name: bytes.subarray(0, at), value: bytes.subarray(at + 1) };
}

function decoded(bytes: Buffer): string {
  const text = readUtf8(bytes.includes(plusSign) ? bytes.map((byte) => (byte === plusSign ? space : byte)) : bytes);
  try {
    return decodeURIComponent(text);
  } catch {
    throw new RequestProblem(400, 'not-utf-8');
  }
}

const isOfSeal = (name: string): name is keyof Seal => name === 'form' || name === 'token';

const plusSign = '+'.charCodeAt(0);
const space = ' '.charCodeAt(0);
const ampersand = '&'.charCodeAt(0);
const equalsSign = '='.charCodeAt(0);
