import { boardNear, categoryNear, type Organisation } from '#organisation';
import type { LocalDate } from '#promises';
import type { Words } from './figure.js';
import type { Dimension } from './report-question.js';
import type { Common, View } from './group-cases.js';

interface Named {
  readonly view: View | Dimension;
  readonly by: Common;
}

/** What groups are called, as the organisation was on a day. */
export function namesIn(organisation: Organisation, day: LocalDate): (group: Named) => Words {
  const names: { readonly [Part in keyof Common]-?: (code: string) => Words } = {
    period: same,
    board: (code) => named(boardNear(organisation, code, day), code),
    administration: (code) => named(administrationOf(organisation, code), code),
    kind: (code) => kindNames[code] ?? same(code),
    category: (code) => named(categoryNear(organisation, code, day), code),
    channel: (code) => channelNames[code] ?? same(code),
  };
  return ({ view, by }) => {
    const parts = Object.entries(by).map(([part, code]) => (code === null ? none : names[part as keyof Common](code)));
    return join([...(viewNames[view] ? [viewNames[view]] : []), ...parts]);
  };
}

const viewNames: Readonly<Partial<Record<View | Dimension, Words>>> = {
  region: { sv: 'Hela organisationen', en: 'The whole organisation' },
  'customer-service': { sv: 'Kundtjänst', en: 'Customer service' },
};

const kindNames: Readonly<Record<string, Words>> = {
  forslag: { sv: 'Förslag', en: 'Suggestion' },
  klagomal: { sv: 'Klagomål', en: 'Complaint' },
  berom: { sv: 'Beröm', en: 'Praise' },
  fraga: { sv: 'Fråga', en: 'Question' },
};

const channelNames: Readonly<Record<string, Words>> = {
  web: { sv: 'Webb', en: 'Web' },
  email: { sv: 'E-post', en: 'E-mail' },
  phone: { sv: 'Telefon', en: 'Phone' },
  visit: { sv: 'Besök', en: 'Visit' },
  letter: { sv: 'Brev', en: 'Letter' },
  'social-media': { sv: 'Sociala medier', en: 'Social media' },
};

const none: Words = { sv: 'Uppgift saknas eller är hemlig', en: 'Not known or secret' };

const same = (code: string): Words => ({ sv: code, en: code });

const named = (thing: { nameSv: string; nameEn: string } | undefined, code: string): Words =>
  thing ? { sv: thing.nameSv, en: thing.nameEn } : same(code);

const administrationOf = ({ boards }: Organisation, code: string) =>
  [...boards.values()]
    .flat()
    .map(({ administration }) => administration)
    .find((administration) => administration.code === code);

const join = (parts: readonly Words[]): Words => ({
  sv: parts.map(({ sv }) => sv).join(', '),
  en: parts.map(({ en }) => en).join(', '),
});
