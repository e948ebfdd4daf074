import { SubmitSynpunkt, SubmitSynpunktHandler } from '#commands';
import type { ReceivedCase } from '#cases';
import { deriveUuid } from '#event-log';
import { receiptCode, receiptCodeHash, referenceOf, showReceiptCode } from '#identity';
import type { SynpunkterNode } from '#node';
import { localDate } from '#promises';
import type { Synthetic } from './synthetic.js';

export interface TakenIn {
  readonly state: ReceivedCase;
  readonly receiptCode: string;
}

/** A year is played by turning the clock, and everything of it knows. */
const playedClock = { guess: () => undefined };

/** Takes in a synpunkt as the form does; the id is made from seed and number, so that the same seed makes the same cases. */
export async function takeIn(
  synthetic: Synthetic,
  { node, seed, actor }: { readonly node: SynpunkterNode; readonly seed: string; readonly actor: string },
): Promise<TakenIn> {
  const { text, kind, language, channel, contact, place, category } = synthetic;
  const at = node.parts.now();
  const commandId = deriveUuid('demo', seed, String(synthetic.number));
  const caseId = deriveUuid('case', commandId);
  const code = receiptCode(commandId, node.mac);
  const reference = referenceOf(caseId, node.organisation.state.description?.referencePrefix ?? '');
  const submission = {
    ...{ text, kind, language, channel, arrivedOn: localDate(at) },
    ...(contact && { contact }),
    ...(place !== undefined && { place }),
    ...(category !== undefined && { category }),
  };
  const command = new SubmitSynpunkt({ caseId, commandId, actor, at, permit: () => undefined }, submission, {
    caseId,
    reference,
    accessCodeHash: receiptCodeHash(code, node.mac),
  });
  const { state } = await new SubmitSynpunktHandler(node.commands, node.organisation, playedClock, node.routing).execute(command);
  if (state.status === 'not-received') throw new Error('a submission was taken in and is not there');
  return { state, receiptCode: showReceiptCode(code) };
}
