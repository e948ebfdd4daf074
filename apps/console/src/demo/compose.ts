import type { Channel, Kind, Language } from '#cases';
import type { LocalDate } from '#promises';
import type { Dice } from './dice.js';
import type { Synthetic } from './synthetic.js';
import type { DemoTexts, Subject } from './texts.js';

/** Of 2,309 synpunkter in Borås in 2020 (DOMAIN.md 2.1). */
const kinds: readonly (readonly [Kind, number])[] = [
  ['klagomal', 77],
  ['fraga', 12],
  ['forslag', 10],
  ['berom', 1],
];

/** The technical board has two of three, as there; the rest is believable. */
const sources: readonly (readonly [string, number])[] = [
  ['TN', 64],
  ['RS', 5],
  ['MBN', 5],
  ['BUN', 5],
  ['GVN', 1],
  ['SON', 4],
  ['HSN', 5],
  ['english', 3],
  ['vague', 3],
  ['external', 3],
  ['signals', 2],
];

const channels: readonly (readonly [Channel, number])[] = [
  ['web', 62],
  ['email', 17],
  ['phone', 13],
  ['letter', 3],
  ['visit', 3],
  ['social-media', 2],
];

/** Everything that is sent in, in order of number: who writes what by which door. No two texts are alike. */
export function compose(days: readonly LocalDate[], texts: DemoTexts, dice: Dice): Synthetic[] {
  const sourceOf = dice.shares(days.length, sources);
  const kindOf = dealKinds(
    days.map((on, index) => ({ source: sourceOf[index] ?? 'TN', month: monthOf(on) })),
    texts,
    dice,
  );
  const channelOf = dice.shares(days.length, channels);
  const written = new Set<string>();
  return days.map((on, index) => {
    const wanted = { kind: kindOf[index] ?? 'klagomal', source: sourceOf[index] ?? 'TN', month: monthOf(on) };
    const channel = channelOf[index] ?? 'web';
    let said = say(wanted, texts, dice);
    for (let tries = 0; written.has(said.text) && tries < 50; tries++) said = say(wanted, texts, dice);
    written.add(said.text);
    return { number: index + 1, on, channel, ...said, ...contactFor(channel, texts, dice) };
  });
}

const monthOf = (on: LocalDate): number => Number(on.slice(5, 7));

/** Each in its share, and only where somebody writes so: the rarest first. What is vague, an appeal or another's matter is a complaint. */
function dealKinds(wanted: readonly Omit<Wanted, 'kind'>[], { subjects, special }: DemoTexts, dice: Dice): Kind[] {
  const dealt = wanted.map(({ source }): Kind | undefined => (source === 'english' ? dice.pick(special.english).kind : undefined));
  for (const [kind, percent] of [...kinds].reverse().filter(([one]) => one !== 'klagomal')) {
    const offers = (source: string, month: number): boolean =>
      subjects.some((subject) => subject.board === source && subject[kind] !== undefined && (subject.months?.includes(month) ?? true));
    const free = wanted.flatMap(({ source, month }, index) => (dealt[index] === undefined && offers(source, month) ? [index] : []));
    const missing = Math.round((wanted.length * percent) / 100) - dealt.filter((one) => one === kind).length;
    for (const index of dice.shuffle(free).slice(0, Math.max(0, missing))) dealt[index] = kind;
  }
  return dealt.map((kind) => kind ?? 'klagomal');
}

type Said = Pick<Synthetic, 'kind' | 'text' | 'language' | 'belongsTo' | 'replies' | 'category' | 'place'>;

interface Wanted {
  readonly kind: Kind;
  readonly source: string;
  readonly month: number;
}

function say({ kind, source, month }: Wanted, texts: DemoTexts, dice: Dice): Said {
  const { special, phrases } = texts;
  const around = (text: string, language: Language, as: Kind): string => frame(text, language, as, { texts, dice });
  switch (source) {
    case 'english': {
      const { text, board } = dice.pick(special.english.filter((one) => one.kind === kind));
      return { kind, language: 'en', text: around(text, 'en', kind), belongsTo: { board }, replies: [phrases.answers.en] };
    }
    case 'external': {
      const { text, body } = dice.pick(special.external);
      return { kind, language: 'sv', text: around(text, 'sv', kind), belongsTo: { body }, replies: phrases.generalReplies };
    }
    case 'vague':
    case 'signals': {
      const { text, board } = dice.pick(special[source]);
      return { kind, language: 'sv', text: around(text, 'sv', kind), belongsTo: { board }, replies: phrases.generalReplies };
    }
    default:
      return sayOf(subjectFor({ kind, source, month }, texts, dice), kind, { texts, dice });
  }
}

interface Means {
  readonly texts: DemoTexts;
  readonly dice: Dice;
}

function sayOf(subject: Subject, wanted: Kind, { texts, dice }: Means): Said {
  const kind = subject[wanted] ? wanted : 'klagomal';
  const place = dice.pick(dice.chance(0.5) ? texts.places.gata : texts.places.ort);
  return {
    kind,
    language: 'sv',
    text: frame(dice.pick(subject[kind] ?? []), 'sv', kind, { texts, dice }),
    belongsTo: { board: subject.board },
    replies: texts.phrases.repliesTo[kind] ?? subject.svar,
    ...(dice.chance(0.25) && { category: subject.category }),
    ...(dice.chance(0.2) && { place: place.replace(/^(på|i|vid) /, '') }),
  };
}

/** A subject of the board that comes in this month and in this kind, if there is one; else one that comes as another kind. */
function subjectFor({ kind, source, month }: Wanted, { subjects }: DemoTexts, dice: Dice): Subject {
  const inSeason = subjects.filter(({ board, months }) => board === source && (months?.includes(month) ?? true));
  const ofKind = inSeason.filter((subject) => subject[kind] !== undefined);
  return dice.weighted((ofKind.length > 0 ? ofKind : inSeason).map((subject) => [subject, subject.weight] as const));
}

/** One in fifteen writes at length. */
function frame(core: string, language: Language, kind: Kind, { texts: { phrases, places }, dice }: Means): string {
  const placed = core.replace('{gata}', dice.pick(places.gata)).replace('{ort}', dice.pick(places.ort));
  if (language === 'en') return dice.chance(0.5) ? `Hello! ${placed}` : placed;
  const sentences = [dice.pick(phrases.openings[kind]), placed, dice.pick(phrases.additions[kind])].filter(Boolean).join(' ');
  const long = kind === 'klagomal' && dice.chance(1 / 15) ? phrases.longPassages : [];
  return [sentences, ...long, dice.pick(phrases.closings)].filter(Boolean).join('\n\n');
}

/** Some give nothing, and are answered by their receipt code alone; some only a number to ring. */
function contactFor(channel: Channel, { people }: DemoTexts, dice: Dice): Pick<Synthetic, 'contact'> {
  const [first, last] = [dice.pick(people.firstNames), dice.pick(people.lastNames)];
  const phone = `070-${dice.between(100, 999)} ${dice.between(10, 99)} ${dice.between(10, 99)}`;
  const email = `${plain(first)}.${plain(last)}${dice.between(1, 99)}@example.se`;
  const how = dice.next();
  if (how < (channel === 'web' ? 0.14 : 0.08)) return {};
  if (channel === 'letter' || (channel === 'phone' && how < 0.5)) return { contact: { name: `${first} ${last}`, phone } };
  return { contact: { name: `${first} ${last}`, email, ...(how > 0.7 && { phone }) } };
}

const plain = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z]/g, '');
