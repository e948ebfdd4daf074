import type { EventLog } from '#event-log';
import { emptyOrganisation, evolveOrganisation, successorOn, type Organisation, type OrganisationEvent } from '#organisation';
import { dayAfter, type LocalDate } from '#promises';
import { CannotDo } from './verb.js';

/**
 * What to know of boards that a role is to be held at: which of them will end, and who has their cases then.
 * @throws CannotDo if one has ended: a role there would give nothing
 */
export async function requireLiving(log: EventLog, boards: readonly string[], today: LocalDate): Promise<readonly string[]> {
  const known = await boardsIn(log, boards);
  return boards.flatMap((code) => {
    const lastDay = known.boards.get(code)?.at(-1)?.validTo ?? null;
    if (lastDay === null) return [];
    if (lastDay >= today) return [willEnd(code, lastDay, successorOn(known, code, dayAfter(lastDay))?.code)];
    const successor = successorOn(known, code, today);
    throw new CannotDo(`${code} ended on ${lastDay}.${successor ? ` ${successor.code} has its cases: name that board.` : ''}`);
  });
}

const willEnd = (code: string, on: LocalDate, successor = 'nobody'): string =>
  `${code} ends on ${on}, and roles at it end with it. From the next day ${successor} has its cases: grant the role there too.`;

/** These boards and whoever succeeds them, as far as the log tells. */
async function boardsIn(log: EventLog, codes: readonly string[]): Promise<Organisation> {
  let known = emptyOrganisation;
  const asked = [...codes];
  for (let code = asked.shift(); code !== undefined; code = asked.shift()) {
    if (known.boards.has(code)) continue;
    for await (const event of log.read(`board-${code.toLowerCase()}`))
      known = evolveOrganisation(known, event as unknown as OrganisationEvent);
    asked.push(...(known.boards.get(code) ?? []).flatMap(({ successor }) => successor ?? []));
  }
  return known;
}
