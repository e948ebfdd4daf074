import type { ReceivedCase } from '#cases';
import { deriveUuid } from '#event-log';
import type { Role } from '#identity';
import type { SynpunkterNode } from '#node';
import { localDate } from '#promises';
import type { Act } from './act.js';
import { decideAct } from './decide-act.js';
import type { Dice } from './dice.js';
import type { Staff } from './staff.js';

interface Stage {
  readonly node: SynpunkterNode;
  readonly staff: Staff;
  readonly dice: Dice;
}

/** Does an act, by somebody who may, through the same commands as the pages. */
export async function perform(act: Act, caseId: string, { node, staff, dice }: Stage): Promise<void> {
  const state = await node.caseState(caseId);
  if (state.status === 'not-received') throw new Error(`the case ${caseId} is not there`);
  const { keys, now } = node.parts;
  const at = now();
  const around = { org: node.organisation.state, keys, today: localDate(at), officer: staff.who('officer', state.known.board, dice) };
  const commandId = deriveUuid('demo-act', caseId, JSON.stringify(act), at);
  const request = { caseId, commandId, actor: actorOf(act, state, { staff, dice }), at, permit: () => undefined };
  await node.commands.execute(request, (current) => decideAct(act, current, around));
}

const bySubmitter: readonly Act['what'][] = ['reply', 'rate', 'reopen'];

const byRole: { readonly [What in Act['what']]?: Role } = {
  assign: 'manager',
  'accept-transfer': 'registrar',
  'decline-transfer': 'registrar',
};

function actorOf({ what }: Act, state: ReceivedCase, { staff, dice }: Pick<Stage, 'staff' | 'dice'>): string {
  if (bySubmitter.includes(what)) return 'submitter';
  if (what === 'acknowledge') return staff.who('customer-service', 'RS', dice);
  if (state.status === 'in-triage') return staff.who('registrar', 'RS', dice);
  const role = byRole[what];
  if (role !== undefined) return staff.who(role, state.status === 'in-transfer' ? state.to : state.known.board, dice);
  return state.known.officer ?? staff.who('officer', state.known.board, dice);
}
