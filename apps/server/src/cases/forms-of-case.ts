import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { ReceivedCase } from '#cases';
import { allow, type Caller } from '#identity';
import { subjectOf, SynpunkterNode } from '#node';
import { callerOf } from '../access/caller.js';
import { FormSeals } from '../forms/form-seals.js';
import { nothingFilled, type Filled } from '../forms/field.js';
import { keptNumber } from '../forms/kept-number.js';
import { inLanguage } from '../pages/language.js';
import type { Pages } from '../pages/pages.js';
import { categoryGroups } from '../submissions/submission-form.js';
import { listOf, ofList } from './back-to-list.js';
import { caseFormFields, type Sheet } from './case-form-fields.js';
import { caseFormTexts } from './case-form.texts.js';
import { caseFormNames, caseForms, type CaseFormName } from './case-forms.js';
import type { CaseReading } from './case-reading.js';
import type { Telling } from './history-in-words.js';
import { StaffNames } from './staff-names.js';

/** A form that is shown again, with what was typed and why. */
export interface Refused extends Filled {
  readonly form: CaseFormName;
  readonly status: number;
  /** What to say above it. */
  readonly message?: string;
  readonly somebodyWasFaster?: true;
}

type ReadCase = Awaited<ReturnType<CaseReading['readWithState']>>;

interface Shown {
  readonly request: FastifyRequest;
  readonly telling: Telling;
  readonly refused: Refused | undefined;
}

/** The Swedish address of a case's page. */
export const casePath = (caseId: string): string => `/arbete/arenden/${caseId}`;

/** The forms for what this person may do with a case as it stands. */
@Injectable()
export class FormsOfCase {
  constructor(
    private readonly node: SynpunkterNode,
    private readonly staff: StaffNames,
    private readonly seals: FormSeals,
  ) {}

  of(found: ReadCase, shown: Shown): Pages['case']['forms'] {
    const sheet = this.sheet(found, shown.telling);
    const names = this.namesFor(callerOf(shown.request), found.state, shown.refused?.form);
    return names.map((name) => this.form(name, sheet, { ...shown, revision: found.revision }));
  }

  /** @param refused is shown in any case: what was typed in it shall not be lost because somebody else was faster */
  private namesFor(caller: Caller, state: ReceivedCase, refused: CaseFormName | undefined): CaseFormName[] {
    const subject = subjectOf(state);
    const offered = (name: CaseFormName) => caseForms[name].fits(state) && allow(caller, caseForms[name].action, subject) === 'allowed';
    return caseFormNames.filter((name) => name === refused || offered(name));
  }

  private form(
    name: CaseFormName,
    sheet: Sheet,
    { request, refused, revision }: Shown & { readonly revision: number },
  ): Pages['case']['forms'][number] {
    const { language, state } = sheet;
    const again = refused?.form === name ? refused : undefined;
    const path = `${casePath(state.known.caseId)}/${caseForms[name].path}`;
    const filled = again ?? nothingFilled;
    const fields = [...caseFormFields(name, sheet, filled), ...keptNumber(name, language, filled)];
    const { title, send } = caseFormTexts[language][name];
    return {
      ...{ id: name, title, send, fields },
      open: again !== undefined,
      action: inLanguage(language, path + ofList(listOf(request))),
      seal: this.seals.make(request, path, { revision }),
    };
  }

  private sheet({ state, entries }: ReadCase, { language, names, today }: Telling): Sheet {
    const organisation = this.node.organisation.state;
    const subject = subjectOf(state);
    const undone = new Set(state.known.actions.filter(({ completed }) => !completed).map(({ actionId }) => actionId));
    return {
      ...{ language, state, names },
      officers: () =>
        this.staff
          .who((caller) => allow(caller, 'answer', subject) === 'allowed')
          .map(({ personId, name }) => ({ value: personId, label: name })),
      categories: categoryGroups({ language, organisation, today }),
      actions: entries
        .filter(({ type, data }) => type === 'ActionPlanned' && undone.has(String(data['actionId'])))
        .map(({ data }) => ({ value: String(data['actionId']), label: String(data['description']) })),
    };
  }
}
