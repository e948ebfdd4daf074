import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kind } from '#cases';
import { messageOf } from '../error-text.js';
import { CannotDo } from '../verb.js';

/** What people may write about one subject, and what they are answered. `{gata}` and `{ort}` stand for a place. */
export type Subject = { readonly [kind in Kind]?: readonly string[] } & {
  readonly category: string;
  /** Who is responsible: where the rules dare not decide, a person routes it there. */
  readonly board: string;
  /** How often it comes, beside the others of its board. */
  readonly weight: number;
  /** The months in which it comes; all year if none are given. */
  readonly months?: readonly number[];
  readonly svar: readonly string[];
};

export interface Phrases {
  readonly openings: Readonly<Record<Kind, readonly string[]>>;
  readonly additions: Readonly<Record<Kind, readonly string[]>>;
  readonly closings: readonly string[];
  readonly longPassages: readonly string[];
  readonly answers: Readonly<Record<Kind, readonly string[]>> & { readonly en: string };
  readonly generalReplies: readonly string[];
  readonly repliesTo: { readonly [kind in Kind]?: readonly string[] };
  readonly questions: readonly string[];
  readonly clarifications: readonly string[];
  readonly delayReasons: readonly string[];
  readonly transferReasons: readonly string[];
  readonly declineReasons: readonly string[];
  readonly routeReasons: readonly string[];
  readonly notes: readonly string[];
  readonly actions: readonly string[];
  readonly actionResults: readonly string[];
  readonly reopenReasons: readonly string[];
  readonly closeReasons: readonly string[];
}

export interface Special {
  /** Says nothing of what it concerns. */
  readonly vague: readonly { readonly board: string; readonly text: string }[];
  /** Somebody outside the organisation is responsible. */
  readonly external: readonly { readonly body: string; readonly text: string }[];
  /** Is, or contains, something with a way of its own, such as an appeal. */
  readonly signals: readonly { readonly board: string; readonly text: string }[];
  readonly english: readonly { readonly board: string; readonly kind: Kind; readonly text: string }[];
}

/** Everything that is said in the demo; data of the organisation, in its language. */
export interface DemoTexts {
  readonly subjects: readonly Subject[];
  readonly phrases: Phrases;
  readonly special: Special;
  readonly places: { readonly gata: readonly string[]; readonly ort: readonly string[] };
  readonly people: { readonly firstNames: readonly string[]; readonly lastNames: readonly string[] };
}

const parts = ['subjects', 'phrases', 'special', 'places', 'people'] as const satisfies readonly (keyof DemoTexts)[];

/** @throws CannotDo if the organisation has none */
export async function readDemoTexts(organisationFolder: string): Promise<DemoTexts> {
  const folder = join(organisationFolder, 'demo');
  try {
    const read = await Promise.all(
      parts.map(async (part) => [part, JSON.parse(await readFile(join(folder, `${part}.json`), 'utf8'))] as const),
    );
    return Object.fromEntries(read) as unknown as DemoTexts;
  } catch (error) {
    throw new CannotDo(`The texts of the demo cannot be read: ${messageOf(error)}`);
  }
}
