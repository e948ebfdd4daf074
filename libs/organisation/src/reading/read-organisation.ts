import type { OrganisationEvent } from '../organisation-event.js';
import { calendarsWith, complainOfClosingDays } from './closing-days.js';
import { complainOfPolicies } from './complain-of-policies.js';
import { complainOfReferences } from './complain-of-references.js';
import { complainOfRoutingRules } from './complain-of-routing-rules.js';
import { datedVersions } from './dated-versions.js';
import type { OrganisationFile } from './organisation-file.js';
import { readList, readOne, type FileRead, type Source } from './read-file.js';
import { routingRules } from './routing-rules-shape.js';
import * as shapes from './shapes.js';

/** The files that make an organisation folder; the last may be missing. Others may lie beside them: texts and roles are other people's business. */
export const organisationFileNames = [
  'organisation.json',
  'boards.json',
  'external-bodies.json',
  'handover-signals.json',
  'categories.json',
  'policies.json',
  'routing-rules.json',
  'closing-days.json',
] as const;

/**
 * Understands the files of an organisation folder, given as texts by file name. All faults of all files are told at once. Use the facts
 * only if no file has a complaint: what one file tells may depend on another.
 */
export function readOrganisation(files: Readonly<Record<string, string>>): OrganisationFile[] {
  const source = (name: (typeof organisationFileNames)[number]): Source => ({ name, text: files[name] ?? '' });
  const description = readOne(source('organisation.json'), shapes.description);
  const boards = readList(source('boards.json'), shapes.board);
  const bodies = readList(source('external-bodies.json'), shapes.externalBody);
  const signals = readList(source('handover-signals.json'), shapes.handoverSignal);
  const categories = readList(source('categories.json'), shapes.category);
  const policies = readList(source('policies.json'), shapes.policy);
  const rules = readOne(source('routing-rules.json'), routingRules);
  const closingDays = readList({ name: 'closing-days.json', text: files['closing-days.json'] ?? '[]' }, shapes.closingDay);

  const defined = {
    boards: datedVersions(boards.entries),
    bodies: datedVersions(bodies.entries),
    signals: datedVersions(signals.entries),
    categories: datedVersions(categories.entries),
    policies: datedVersions(policies.entries),
  };
  complainOfPolicies(policies.entries);
  complainOfClosingDays(closingDays.entries);
  complainOfRoutingRules(rules.entries);
  const everyFileIsSound = [description, boards, bodies, signals, categories, policies, rules].every(
    (file) => file.complaints.length === 0,
  );
  if (everyFileIsSound) complainOfReferences({ description, boards, categories, policies, rules }, defined);

  return [
    told(description, ({ entries }) => entries.map(({ entry }) => ({ type: 'OrganisationDescribed', data: entry }))),
    told(boards, () => defined.boards.map((data) => ({ type: 'BoardPublished', data }))),
    told(bodies, () => defined.bodies.map((data) => ({ type: 'ExternalBodyPublished', data }))),
    told(signals, () => defined.signals.map((data) => ({ type: 'HandoverSignalPublished', data }))),
    told(categories, () => defined.categories.map((data) => ({ type: 'CategoryPublished', data }))),
    told(policies, () => defined.policies.map((data) => ({ type: 'PolicyPublished', data }))),
    told(rules, ({ entries }) => entries.map(({ entry }) => ({ type: 'RoutingRulesPublished', data: entry }))),
    told(closingDays, ({ entries }) =>
      calendarsWith(entries.map(({ entry }) => entry)).map((data) => ({ type: 'CalendarPublished', data })),
    ),
  ];

  function told<T>(file: FileRead<T>, facts: (file: FileRead<T>) => OrganisationEvent[]): OrganisationFile {
    if (files[file.name] === undefined && file !== closingDays) {
      const complaint = { file: file.name, line: null, column: null, field: null, reason: 'is missing from the folder' };
      return { name: file.name, facts: [], complaints: [complaint] };
    }
    return { name: file.name, facts: file.complaints.length === 0 ? facts(file) : [], complaints: file.complaints };
  }
}
