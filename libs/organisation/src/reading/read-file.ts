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
  readWith(source, (root, faults) => {
    const entries = listOf(placed(shape, faults))(root, (offset, reason, ...path) => {
      faults.add(offset, reason, path.slice(1).join('.'));
    });
    return entries.filter((entry) => entry !== undefined);
  });

/** Reads a file that is one entry, as `organisation.json`. */
export const readOne = <T>(source: Source, shape: Shape<T>): FileRead<T> =>
  readWith(source, (root, faults) => {
    const entry = placed(shape, faults)(root, (offset, reason, ...path) => {
      faults.add(offset, reason, path.join('.'));
    });
    return entry === undefined ? [] : [entry];
  });

/** Many times what the largest authority needs, and read in a moment; and as many faults of one file as a person mends at once. */
const most = { characters: 4_000_000, complaints: 100 };

function readWith<T>(source: Source, read: (root: JsonNode, faults: Faults) => Placed<T>[]): FileRead<T> {
  const faults = new Faults(source);
  if (source.text.length > most.characters) {
    faults.told.push(faults.ofFile(`has ${source.text.length} characters; ${most.characters} are allowed`));
    return { name: source.name, entries: [], complaints: faults.told };
  }
  const entries = readAll(source, read, faults);
  const more = faults.count - faults.told.length;
  if (more > 0) faults.told.push(faults.ofFile(`has ${more} more faults`));
  return { name: source.name, entries, complaints: faults.told };
}

function readAll<T>({ text }: Source, read: (root: JsonNode, faults: Faults) => Placed<T>[], faults: Faults): Placed<T>[] {
  try {
    return read(parseJson(text), faults);
  } catch (error) {
    if (!(error instanceof NotJson)) throw error;
    faults.add(error.offset, error.message);
    return [];
  }
}

/** What is wrong with a file: all of it counted, and as much told as a person can use. */
class Faults {
  readonly told: Complaint[] = [];
  count = 0;

  constructor(private readonly source: Source) {}

  add(offset: number, reason: string, field = ''): void {
    this.count += 1;
    if (this.told.length < most.complaints) this.told.push(complaintAt(this.source, offset, reason, field));
  }

  ofFile(reason: string): Complaint {
    return { file: this.source.name, line: null, column: null, field: null, reason };
  }
}

/** The shape of an entry that remembers where it stands; undefined if anything in it was objected to. */
const placed =
  <T>(shape: Shape<T>, faults: Faults): Shape<Placed<T> | undefined> =>
  (node, object: Objection) => {
    const before = faults.count;
    const entry = shape(node, object);
    const complain = (reason: string, field = '') => {
      faults.add(offsetOf(node, field), reason, field);
    };
    return faults.count === before ? { entry, complain } : undefined;
  };

const offsetOf = ({ value, offset }: JsonNode, field: string): number =>
  value instanceof Map ? ((value as ReadonlyMap<string, JsonNode>).get(field)?.offset ?? offset) : offset;

function complaintAt(source: Source, offset: number, reason: string, field = ''): Complaint {
  const starts = lineStarts(source);
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return { file: source.name, line: low + 1, column: offset - (starts[low] ?? 0) + 1, field: field === '' ? null : field, reason };
}

const startsOf = new WeakMap<Source, readonly number[]>();

/** Where the lines of a file begin: looked for once, however much is wrong with it. */
function lineStarts(source: Source): readonly number[] {
  const known = startsOf.get(source) ?? [0, ...[...source.text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  startsOf.set(source, known);
  return known;
}
