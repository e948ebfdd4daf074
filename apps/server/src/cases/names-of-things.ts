import type { Language } from '#cases';
import { boardNear, boardsOn, categoryNear, externalBodiesOn, externalBodyOn, signalOn, type Organisation } from '#organisation';
import type { LocalDate } from '#promises';
import type { Choice } from '../forms/field.js';

/** What things of the organisation are called on a day, in a language. */
export function namesOn(organisation: Organisation, { today, language }: { today: LocalDate; language: Language }) {
  const name = (thing: { nameSv: string; nameEn: string } | undefined, code: string): string =>
    thing ? (language === 'sv' ? thing.nameSv : thing.nameEn) : code;
  const choices = (things: readonly { code: string; nameSv: string; nameEn: string }[]): Choice[] =>
    things.map((thing) => ({ value: thing.code, label: name(thing, thing.code) }));
  return {
    /** Also of a board, or a subject, that is no more. */
    board: (code: string): string => name(boardNear(organisation, code, today), code),
    category: (code: string): string => name(categoryNear(organisation, code, today), code),
    externalBody: (code: string): string => name(externalBodyOn(organisation, code, today), code),
    signal: (code: string): string => name(signalOn(organisation, code, today), code),
    /** The boards that take in submissions. */
    boards: (): Choice[] => choices(boardsOn(organisation, today).filter(({ receivesSubmissions }) => receivesSubmissions)),
    externalBodies: (): Choice[] => choices(externalBodiesOn(organisation, today)),
  };
}

export type Names = ReturnType<typeof namesOn>;
