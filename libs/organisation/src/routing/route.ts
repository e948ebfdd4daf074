import type { LocalDate } from '#promises';

export interface RouteQuestion {
  readonly text: string;
  /** What was said beside the text, in fields of its own: a signal in it counts, but it speaks for no board. */
  readonly beside?: readonly string[];
  /** The language of the form, `sv` or `en`; believed only where the text is too short to tell. */
  readonly language?: string;
  /** The category the submitter chose. */
  readonly categoryCode?: string;
  /** Boards, categories and bodies are taken as they were on this day. */
  readonly receivedDate: LocalDate;
}

export interface RouteSuggestion {
  /** `triage`: a person decides, and until then the case is the front board's. */
  readonly decision: 'route' | 'triage';
  readonly boardCode: string;
  /** The category chosen, or the likeliest of the board routed to. */
  readonly categoryCode?: string;
  readonly ruleVersion: string;
  /** Which parts of the rules decided. Tells nothing of the content. */
  readonly ruleIds: readonly RuleId[];
  /** The other board that came closest, for the person who decides. In triage, the board that came first. */
  readonly runnerUp?: RunnerUp;
  /** How likely the board is right, 0 to 1; in triage, how likely the best guess would have been. */
  readonly confidence: number;
  /** Words as they stood in the text that spoke for the board. Personal content: to be sealed. */
  readonly matched: readonly string[];
  /** Signs that this is, or is also, something else. */
  readonly signals: readonly { readonly code: string; readonly stops: boolean }[];
  /** Codes of external bodies that seem responsible, likeliest first. A person confirms. */
  readonly externalBodies: readonly string[];
  /** What in the text may be secret, wherever it goes. */
  readonly secrecySigns: readonly SecrecySign[];
  /** Why it came out so. Tells nothing of the content. */
  readonly reasons: readonly Reason[];
}

export interface RunnerUp {
  readonly boardCode: string;
  readonly categoryCode?: string;
  /** In the unit of the rules' weights. */
  readonly score: number;
}

export type SecrecySign = 'secrecy-area' | 'secret-matter' | 'stopping-signal';

export type RuleId = 'chosen-category' | 'words' | 'signals' | 'external-bodies' | 'cautions' | 'ordinary' | 'language';

export type Reason =
  | 'category-chosen'
  | 'words-agree'
  | 'stopping-signal'
  | 'external-body'
  | 'caution'
  | 'foreign-language'
  | 'no-words-known'
  | 'too-little-evidence'
  | 'not-ordinary'
  | 'two-matters'
  | 'not-confident';
