import type { Walled } from '#cases';
import { prepared, type Database } from '#sqlite';

/** Whose cases a list is to show: one person's, or those of nobody. Who may not handle a case any more is its officer in name only. */
export type OfficerChoice = { readonly is: string } | { readonly nobodyWho: (officer: string, subject: Walled) => boolean };

/** Stands for no officer. */
export const noOfficer = '';

/** The officers under whom what was asked for stands in a lane. */
export function officersInLane(
  db: Database,
  lane: number,
  { choice, subject }: { choice: OfficerChoice; subject: Walled },
): readonly string[] {
  if ('is' in choice) return [choice.is];
  return allInLane(db, lane).filter((officer) => officer === noOfficer || !choice.nobodyWho(officer, subject));
}

/** One look in the index for each, however many cases they have. */
const allInLane = (db: Database, lane: number): string[] =>
  prepared<[number, number], { officer: string }>(
    db,
    `WITH RECURSIVE each(officer) AS (
       SELECT min(officer) FROM cases WHERE lane = ?
       UNION ALL
       SELECT (SELECT min(officer) FROM cases WHERE lane = ? AND officer > each.officer) FROM each WHERE each.officer IS NOT NULL
     )
     SELECT officer FROM each WHERE officer IS NOT NULL`,
  )
    .all(lane, lane)
    .map(({ officer }) => officer);
