import { readFile } from 'node:fs/promises';
import { messageOf } from './error-text.js';
import { CannotDo } from './verb.js';

/** A message whose right answer is known. */
export interface RoutingExample {
  readonly textSv: string;
  readonly categoryCode: string | null;
  /** The board that is responsible; null if none is, or nobody can tell from the text. */
  readonly boardCode: string | null;
  /** A signal or an external body that the message is about, if any. */
  readonly special: string | null;
}

/** @throws CannotDo if the file cannot be read, or is not a list of examples */
export async function readExamples(path: string): Promise<RoutingExample[]> {
  const examples: unknown = await jsonIn(path);
  if (!Array.isArray(examples)) throw new CannotDo(`${path} is not a list of examples.`);
  return examples.map((example: unknown, index) => {
    if (isExample(example)) return example;
    throw new CannotDo(`Example ${index + 1} in ${path} must have textSv, and categoryCode, boardCode and special as text or null.`);
  });
}

async function jsonIn(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new CannotDo(`${path} cannot be read: ${messageOf(error)}`);
  }
}

const isExample = (value: unknown): value is RoutingExample =>
  isObject(value) &&
  typeof value['textSv'] === 'string' &&
  ['categoryCode', 'boardCode', 'special'].every((field) => value[field] === null || typeof value[field] === 'string');

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
