import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every form in which a text could stand in a file in clear, by name. */
const formsOf = (text: string): readonly (readonly [form: string, bytes: Buffer])[] => {
  const utf8 = Buffer.from(text, 'utf8');
  return [
    ['utf8', utf8],
    ['utf16le', Buffer.from(text, 'utf16le')],
    ['latin1', Buffer.from(text, 'latin1')],
    ['hex', Buffer.from(utf8.toString('hex'))],
    ['JSON', Buffer.from(escaped(text))],
    ['decomposed', Buffer.from(text.normalize('NFD'))],
    ...base64Of(utf8),
  ];
};

const escaped = (text: string): string => text.replace(/[^\x20-\x7e]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** What is certain of the base 64 of a text that stands somewhere inside another: it may begin at any of three places. */
function base64Of(bytes: Buffer): (readonly [string, Buffer])[] {
  return [0, 1, 2].flatMap((before) => {
    const padded = Buffer.concat([Buffer.alloc(before), bytes]);
    const certain = [0, 2, 3][before] ?? 0;
    const whole = Math.floor(padded.length / 3) * 4;
    return (['base64', 'base64url'] as const).map((form) => [form, Buffer.from(padded.toString(form).slice(certain, whole))] as const);
  });
}

export interface Finding {
  readonly file: string;
  readonly text: string;
  readonly form: string;
}

/** Where any of the texts stands, in any form and in small or large letters, in a folder and everything under it. */
export function searchFor(texts: readonly string[], folder: string): readonly Finding[] {
  return filesIn(folder).flatMap((file) => searchBytes(texts, readFileSync(file), file));
}

/** The same in bytes at hand. */
export const searchBytes = (texts: readonly string[], bytes: Buffer, file: string): readonly Finding[] =>
  texts.flatMap((text) =>
    [text, text.toLowerCase(), text.toUpperCase()].flatMap((written) =>
      formsOf(written)
        .filter(([, form]) => bytes.includes(form))
        .map(([form]) => ({ file, text, form })),
    ),
  );

export const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
