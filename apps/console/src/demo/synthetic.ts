import type { Channel, Kind, Language } from '#cases';
import type { LocalDate } from '#promises';

/** Somebody writes, on some day, about something; and what a knowing person at the front board would do with it. */
export interface Synthetic {
  readonly number: number;
  readonly on: LocalDate;
  readonly kind: Kind;
  readonly text: string;
  readonly language: Language;
  readonly channel: Channel;
  readonly contact?: { readonly name?: string; readonly email?: string; readonly phone?: string };
  readonly place?: string;
  /** The category, where the submitter chose it in the form. */
  readonly category?: string;
  /** Who is responsible; or who outside the organisation is. */
  readonly belongsTo: { readonly board: string } | { readonly body: string };
  /** What it can be answered. */
  readonly replies: readonly string[];
}
