import type { Complaint } from './complaint.js';
import { NotJson, parseJson, type JsonNode } from './json-node.js';
import { listOf, type Objection, type Shape } from './shape.js';

/** A file of an organisation folder. */
export interface Source {
  readonly name: string;
  readonly text: string;
}

/** A file that has been read: its entries, where each stands, and what was wrong with it. */
export interface FileRead<T> {
  readonly name: string;
  readonly entries: readonly Placed<T>[];
  readonly complaints: Complaint[];
}

/** An entry, and a way of complaining about it that knows its line. */
export interface Placed<T> {
  readonly entry: T;
  readonly complain: (reason: string, field?: string) => void;
}

/** Reads a file that is a list of entries of one shape, as `boards.json`. An entry with a fault is left out. */
export const readList = <T>(source: Source, shape: Shape<T>): FileRead<T> =>
  readWith(source, (root, complaints) => {
    const entries = listOf(placed(source, shape, complaints))(root, (offset, reason, ...path) => {
      complaints.push(complaintAt(source, offset, reason, path.slice(1).join('.')));
    });
    return entries.filter((entry) => entry !== undefined);
  });

/** Reads a file that is one entry, as `organisation.json`. */
export const readOne = <T>(source: Source, shape: Shape<T>): FileRead<T> =>
  readWith(source, (root, complaints) => {
    const entry = placed(
      source,
      shape,
      complaints,
    )(root, (offset, reason, ...path) => {
      complaints.push(complaintAt(source, offset, reason, path.join('.')));
    });
    return entry === undefined ? [] : [entry];
  });

function readWith<T>(source: Source, read: (root: JsonNode, complaints: Complaint[]) => Placed<T>[]): FileRead<T> {
  const complaints: Complaint[] = [];
  try {
    return { name: source.name, entries: read(parseJson(source.text), complaints), complaints };
  } catch (error) {
    if (!(error instanceof NotJson)) throw error;
    return { name: source.name, entries: [], complaints: [complaintAt(source, error.offset, error.message)] };
  }
}

/** The shape of an entry that remembers where it stands; undefined if anything in it was objected to. */
const placed =
  <T>(source: Source, shape: Shape<T>, complaints: Complaint[]): Shape<Placed<T> | undefined> =>
  (node, object: Objection) => {
    const before = complaints.length;
    const entry = shape(node, object);
    const complain = (reason: string, field = '') => {
      complaints.push(complaintAt(source, offsetOf(node, field), reason, field));
    };
    return complaints.length === before ? { entry, complain } : undefined;
  };

const offsetOf = ({ value, offset }: JsonNode, field: string): number =>
  value instanceof Map ? ((value as ReadonlyMap<string, JsonNode>).get(field)?.offset ?? offset) : offset;

function complaintAt({ name, text }: Source, offset: number, reason: string, field = ''): Complaint {
  const before = text.slice(0, offset).split('\n');
  return { file: name, line: before.length, column: (before.at(-1) ?? '').length + 1, field: field === '' ? null : field, reason };
}
