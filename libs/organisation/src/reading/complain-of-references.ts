import { dayAfter } from '#promises';
import type { Board } from '../facts/board.js';
import type { Category } from '../facts/category.js';
import type { Validity } from '../facts/dated.js';
import type { Description } from '../facts/description.js';
import type { ExternalBody } from '../facts/external-body.js';
import type { HandoverSignal } from '../facts/handover-signal.js';
import type { Policy } from '../facts/policy.js';
import type { RoutingRules } from '../facts/routing-rules.js';
import type { Versions } from '../organisation-event.js';
import { coversAll } from './coverage-check.js';
import { complainOfSuccessors } from './complain-of-successors.js';
import type { FileRead, Placed } from './read-file.js';

interface NamingFiles {
  readonly description: FileRead<Description>;
  readonly boards: FileRead<Board>;
  readonly categories: FileRead<Category>;
  readonly policies: FileRead<Policy>;
  readonly rules: FileRead<RoutingRules>;
}

interface Defined {
  readonly boards: readonly Versions<Board>[];
  readonly bodies: readonly Versions<ExternalBody>[];
  readonly signals: readonly Versions<HandoverSignal>[];
  readonly categories: readonly Versions<Category>[];
}

type Named = readonly Versions<Validity>[];

/** Complains, in the files that name something, of every name that leads nowhere, or leads nowhere on some day. */
export function complainOfReferences(files: NamingFiles, defined: Defined): void {
  for (const { entry, complain } of files.description.entries) complainOfFrontBoard(entry, defined.boards, complain);
  complainOfSuccessors(files.boards.entries, defined.boards);
  files.categories.entries.forEach((category) => complainOfCategory(category, defined));
  const administrations = new Set(defined.boards.flatMap(({ versions }) => versions.map((board) => board.administration.code)));
  for (const { entry, complain } of files.policies.entries)
    if (entry.administrationCode !== null && !administrations.has(entry.administrationCode))
      complain(`no board has the administration ${entry.administrationCode}`, 'administrationCode');
  for (const { entry, complain } of files.rules.entries) {
    complainOfUnknown(entry.boards, defined.boards, complain, 'boards');
    complainOfUnknown(entry.categories, defined.categories, complain, 'categories');
    complainOfUnknown(entry.externalBodies, defined.bodies, complain, 'externalBodies');
    complainOfUnknown(entry.signals, defined.signals, complain, 'signals');
  }
}

/** It has what nobody has routed, so somebody must have that also when it ends. */
function complainOfFrontBoard({ frontBoard }: Description, boards: Defined['boards'], complain: Placed<Description>['complain']): void {
  complainOfUnknown({ [frontBoard]: true }, boards, complain, 'frontBoard');
  const { versions = [] } = boards.find(({ code }) => code === frontBoard) ?? {};
  if (!versions.every(({ receivesSubmissions }) => receivesSubmissions)) complain(`${frontBoard} receives no submissions`, 'frontBoard');
}

function complainOfCategory(category: Placed<Category>, { boards, bodies, signals }: Defined): void {
  const { boardCode, alsoInformBoards, externalBodies, signal } = category.entry;
  complainUnlessDefined(category, 'boardCode', [boardCode], boards);
  complainUnlessDefined(category, 'alsoInformBoards', alsoInformBoards, boards);
  complainUnlessDefined(category, 'externalBodies', externalBodies, bodies);
  complainUnlessDefined(category, 'signal', signal === null ? [] : [signal], signals);
}

function complainUnlessDefined({ entry, complain }: Placed<Validity>, field: string, codes: readonly string[], among: Named): void {
  for (const code of codes) {
    const named = among.find((one) => one.code === code);
    if (named === undefined) complain(`${code} is not defined`, field);
    else if (!coversAll(named, entry)) complain(`${code} does not exist on every day that this is valid${whoThen(named)}`, field);
  }
}

/** Whoever moves a category to the successor of its board needs to know from when on. */
function whoThen({ versions }: Versions<Validity & Partial<Board>>): string {
  const { successor, validTo } = versions.at(-1) ?? {};
  return successor == null || validTo == null ? '' : `: from ${dayAfter(validTo)} it is ${successor}`;
}

function complainOfUnknown(told: object, among: Named, complain: Placed<unknown>['complain'], field: string): void {
  for (const code of Object.keys(told)) if (!among.some((one) => one.code === code)) complain(`${code} is not defined`, field);
}
