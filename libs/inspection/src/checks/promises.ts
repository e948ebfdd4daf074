import type { CaseFacts } from '#cases';
import type { Recorded } from '#event-log';
import {
  calendarNamed,
  emptyOrganisation,
  evolveOrganisation,
  organisationEventTypes,
  type Organisation,
  type OrganisationEvent,
  type Policy,
} from '#organisation';
import { dateToTell, dueDateIfCovered, localDate, type Term } from '#promises';
import type { Check, InForm } from '../check.js';

type Promised = CaseFacts['PromiseMade'];

/**
 * A promise follows from what it says that it was counted from: the term is one that its policy gives, and counted again from the same day by
 * the same calendar it gives the same date. What was promised at receipt is counted from the day of receipt.
 */
export function promiseCheck(): Check<InForm> {
  const terms = new PublishedTerms();
  let org = emptyOrganisation;
  let received: { readonly stream: string; readonly commandId: string; readonly on: string } | undefined;
  return {
    kind: 'promise',
    meet({ event, metadata }) {
      if (isOfOrganisation(event)) {
        org = evolveOrganisation(org, event);
        if (event.type === 'PolicyPublished') event.data.versions.forEach((policy) => terms.add(policy));
      }
      const { stream, type } = event;
      if (type === 'CaseReceived')
        received = { stream, commandId: metadata.commandId, on: (event.data as CaseFacts['CaseReceived']).receivedDate };
      if (type !== 'PromiseMade') return undefined;
      const atReceipt = received?.stream === stream && received.commandId === metadata.commandId;
      return wrongPromise(event as Recorded & { data: Promised }, { org, terms, from: atReceipt ? received?.on : undefined });
    },
  };
}

const isOfOrganisation = (event: Recorded): event is Recorded & OrganisationEvent =>
  (organisationEventTypes as readonly string[]).includes(event.type);

interface Known {
  readonly org: Organisation;
  readonly terms: PublishedTerms;
  /** The day it must be counted from, where that is known. */
  readonly from: string | undefined;
}

/** What version 1 did not record cannot be counted again; nor can what lies beyond the calendar. */
function wrongPromise(
  { data, metadata }: Recorded & { readonly data: Promised },
  { org, terms, from: expected }: Known,
): string | undefined {
  const { promise, policy, policyVersion, due, from, term, countedDays } = data;
  if (from === null || term === null) return undefined;
  if (expected !== undefined && from !== expected) return `is counted from ${from}, and the case was received on ${expected}`;
  if (!terms.has({ code: policy, version: policyVersion }, term))
    return `has a term that ${policy} version ${policyVersion} never gave for ${promise}`;
  const calendar = calendarNamed(org, data.calendar);
  const again = dueDateIfCovered(from, term, calendar);
  if (!again) return undefined;
  const counted = again.days.filter((day) => day.counted).length;
  const latest = dateToTell(again.due, localDate(metadata.recordedAt), calendar);
  if (due >= again.due && due <= latest && counted === countedDays) return undefined;
  return `promises ${due} (${countedDays} days); counted again it is ${again.due} (${counted} days)`;
}

type Named = Pick<Policy, 'code' | 'version'>;

/** Every term that a version of a policy has ever given, also before it was put right. As many as there are policies. */
class PublishedTerms {
  private readonly terms = new Set<string>();

  add(policy: Policy): void {
    for (const term of [policy.acknowledge, policy.answer, policy.secondStage?.acknowledge, policy.secondStage?.answer])
      if (term) this.terms.add(keyOf(policy, term));
  }

  has = (policy: Named, term: Term): boolean => this.terms.has(keyOf(policy, term));
}

const keyOf = ({ code, version }: Named, { unit, count, roll }: Term): string => `${code} ${version} ${unit} ${count} ${roll}`;
