import { deriveUuid } from '#event-log';
import { calendarOf, policyOn, type Organisation, type Policy } from '#organisation';
import type { WorkPlan } from '#promises';
import type { PromisesOfCase } from './promises-of-case.js';

const nobody: WorkPlan = { reminders: [], escalations: [] };

/** When people are told of the promises of a case: as the policy says that gave the dates, or the organisation's own at receipt. */
export function workPlan({ ledger, kind, receivedDate }: PromisesOfCase, org: Organisation): WorkPlan {
  const by = ledger.findLast(({ counted }) => counted !== undefined)?.counted;
  const named = by && org.policies.get(by.policy)?.find(({ version }) => version === by.policyVersion);
  return named ?? policyOn(org, { kind, administrationCode: null, complaintLaw: null }, receivedDate) ?? nobody;
}

const known = new WeakMap<Organisation, string>();

/** Names everything of an organisation that a reckoning depends on: policies and calendar. */
export function reckoningOf(org: Organisation): string {
  const name = known.get(org) ?? nameOf(org);
  known.set(org, name);
  return name;
}

const nameOf = (org: Organisation): string => {
  const plans = [...org.policies.values()].flat().map(planOf);
  return deriveUuid(JSON.stringify([plans, org.calendars]), calendarOf(org).version);
};

const planOf = ({ code, version, administrationCode, kinds, complaintLaws, validFrom, validTo, reminders, escalations }: Policy) => [
  code,
  version,
  administrationCode,
  kinds,
  complaintLaws,
  validFrom,
  validTo,
  reminders,
  escalations,
];
