import type { LocalDate } from '#promises';

/** The days of one year that are not worked although they may be Monday to Friday. */
export interface CalendarYear {
  readonly year: number;
  readonly holidays: readonly Holiday[];
  /** What made it, as `date-holidays`; only said. */
  readonly library: string;
  readonly libraryVersion: string;
}

export interface Holiday {
  readonly date: LocalDate;
  readonly name: string;
  /** `public` by lag (1989:253); `de-facto` the eves that lag (1930:173) 2 § puts on a par with them; `local` by the authority's own decision. */
  readonly kind: 'public' | 'de-facto' | 'local';
  /** Who decided it, and when, of a local one. */
  readonly decidedBy?: string;
}
