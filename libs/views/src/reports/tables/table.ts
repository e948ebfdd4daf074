import { channels, kinds } from '#cases';
import { boardNear, type Organisation } from '#organisation';
import type { CaseOfOrganisation } from '../case-of-organisation.js';
import type { Weight } from '../figure.js';
import type { Dimension } from '../report-question.js';
import type { Cluster } from './hide-boards.js';
import type { Release } from './release.js';
import { Row } from './row.js';

type Heading = Dimension | 'month';

/**
 * The rows of some days, empty or not: what a table shows is fixed, so that no row tells by being there that there is something. A row that
 * is not foreseen, of a board that the organisation does not know, comes with its first case.
 */
export class Table {
  readonly region: Row;
  private readonly boards: Set<string>;
  private readonly rows: Readonly<Record<Heading, Map<string | null, Row>>>;
  private readonly boardsOf = new Map<string | null, Set<string>>();
  private readonly administrationsOf = new Map<string, Set<string | null>>();

  constructor(private readonly organisation: Organisation) {
    this.boards = new Set(organisation.boards.keys());
    this.region = new Row(this.boards);
    this.rows = { month: new Map(), board: new Map(), administration: new Map(), kind: new Map(), channel: new Map(), category: new Map() };
    for (const kind of kinds) this.row('kind', kind);
    for (const channel of channels) this.row('channel', channel);
    for (const category of [...organisation.categories.keys(), null]) this.row('category', category);
  }

  /** Foresees what a release has besides: its months, its boards and their administrations. */
  foresee({ from, to }: Release): void {
    for (let month = Number(from.slice(5, 7)); month <= Number(to.slice(5, 7)); month += 1)
      this.row('month', `${from.slice(0, 5)}${String(month).padStart(2, '0')}`);
    for (const board of this.organisation.boards.keys())
      for (const day of [from, to]) this.belongs(board, boardNear(this.organisation, board, day)?.administration.code ?? null);
  }

  add(one: CaseOfOrganisation, weights: readonly Weight[]): void {
    this.belongs(one.board, one.administration);
    const rows = headings.map((heading) => this.row(heading, one[heading]));
    for (const row of [this.region, this.row('month', one.receivedDate.slice(0, 7)), ...rows]) row.add(one.board, weights);
  }

  /** By what the cases of each row have in common. */
  rowsOf(heading: Heading): ReadonlyMap<string | null, Row> {
    return this.rows[heading];
  }

  /** The administrations with their boards. Several that shared a board are one. */
  clusters(): readonly Cluster[] {
    const clusters = new Map<string | null, ReadonlySet<string | null>>();
    for (const administrations of this.administrationsOf.values()) {
      const merged = new Set([...administrations].flatMap((code) => [...(clusters.get(code) ?? [code])]));
      for (const code of merged) clusters.set(code, merged);
    }
    return [...new Set(clusters.values())].map((codes) => ({
      administrations: [...codes].map((code) => this.row('administration', code)),
      boards: [...new Set([...codes].flatMap((code) => [...(this.boardsOf.get(code) ?? [])]))].map((code) => this.row('board', code)),
    }));
  }

  private belongs(board: string, administration: string | null): void {
    this.boards.add(board);
    this.row('board', board);
    this.administrationsOf.set(board, (this.administrationsOf.get(board) ?? new Set()).add(administration));
    this.boardsOf.set(administration, (this.boardsOf.get(administration) ?? new Set()).add(board));
    this.row('administration', administration);
  }

  private row(heading: Heading, code: string | null): Row {
    const known = this.rows[heading].get(code);
    if (known) return known;
    const row = new Row(this.whoseCases(heading, code));
    this.rows[heading].set(code, row);
    return row;
  }

  private whoseCases(heading: Heading, code: string | null): ReadonlySet<string> {
    if (heading === 'board') return new Set([code ?? '']);
    return heading === 'administration' ? (this.boardsOf.get(code) ?? new Set()) : this.boards;
  }
}

const headings = ['board', 'administration', 'kind', 'channel', 'category'] as const;
