import type { Language } from '#cases';
import type { Reason, RouteSuggestion } from '#organisation';
import { routingTexts } from './case-page.texts.js';
import type { Entry } from './entry.js';
import type { Names } from './names-of-things.js';

interface Basis {
  readonly confidence: number;
  /** As JSON: what `RouteSuggestion` says besides board, decision and confidence. */
  readonly explanation: string;
}

type Explanation = Pick<RouteSuggestion, 'matched' | 'signals' | 'externalBodies' | 'reasons' | 'runnerUp'> &
  // Older explanations say nothing of secrecy.
  Partial<Pick<RouteSuggestion, 'secrecySigns'>>;

/** Why a case is where it is, sentence by sentence: by the last routing, or by the person who overruled it. */
export function routingInWords(entries: readonly Entry[], { language, names }: { language: Language; names: Names }): string[] {
  const routing = entries.findLast(({ type }) => type === 'CaseRouted' || type === 'CaseSentToTriage');
  if (!routing) return [];
  const { basis, reason } = routing.data as { readonly basis?: Basis; readonly reason?: string };
  if (reason !== undefined) return [`${routingTexts[language].byPerson}: ${reason}`];
  return basis === undefined ? [] : explained(basis, { language, names });
}

function explained({ confidence, explanation }: Basis, { language, names }: { language: Language; names: Names }): string[] {
  const t = routingTexts[language];
  const read = explanationOf(explanation);
  if (!read) return [];
  const list = (label: string, things: readonly string[]): string[] => (things.length > 0 ? [`${label}: ${things.join(', ')}`] : []);
  return [
    ...read.reasons.map((reason: Reason) => t.reasons[reason]),
    ...list(
      t.matched,
      [...new Set(read.matched)].slice(0, enoughWords).map((word) => `”${word}”`),
    ),
    t.confidence(Math.round(100 * confidence)),
    ...list(t.runnerUp, read.runnerUp ? [names.board(read.runnerUp.boardCode)] : []),
    ...list(
      t.signals,
      read.signals.map(({ code }) => names.signal(code)),
    ),
    ...list(t.externalBodies, read.externalBodies.map(names.externalBody)),
    ...(read.secrecySigns ?? []).map((sign) => t.secrecySigns[sign]),
  ];
}

/** As many as an explanation holds now; an old one may hold a word a thousand times. */
const enoughWords = 10;

/** What a routing took from the rules. Undefined once it was destroyed with the case's key: what it stood for is gone on purpose. */
export function explanationOf(explanation: string): Explanation | undefined {
  return explanation.startsWith('{') ? (JSON.parse(explanation) as Explanation) : undefined;
}
