import { Injectable } from '@nestjs/common';
import { Refusal } from '#cases';
import { CommandIdReused, PersonalNumberFound, StaleRevision, type Outcome } from '#commands';
import { allow, type Caller } from '#identity';
import { subjectOf, SynpunkterNode } from '#node';
import { localDate } from '#promises';
import { callerOf } from '../access/caller.js';
import { requireRight } from '../access/permit.js';
import { askBack } from '../forms/asked-back.js';
import { check, type Checked } from '../forms/check.js';
import type { Filled } from '../forms/field.js';
import { formOf, type Fields } from '../forms/form.js';
import { numberSaid } from '../forms/kept-number.js';
import { inLanguage, languageOf } from '../pages/language.js';
import { seeOther } from '../pages/page-answer.js';
import { BoardEnded, RequestProblem, statusOf } from '../problems/problem.js';
import { refusalTexts } from './case-form.texts.js';
import { backToList, listOf } from './back-to-list.js';
import { caseForms, type AskedBy, type CaseForm, type CaseFormName } from './case-forms.js';
import { CasePage, type Asking } from './case-page.js';
import { casePath, type Refused } from './forms-of-case.js';
import { casePageTexts } from './case-page.texts.js';

/** Carries out what a form of the case page asks for. Whatever stands in the way, the page comes back with what was typed. */
@Injectable()
export class CaseFormHandling {
  constructor(
    private readonly page: CasePage,
    private readonly node: SynpunkterNode,
  ) {}

  async handle<Name extends CaseFormName>(asking: Asking, name: Name, act: (asked: AskedBy<Name>) => Promise<Outcome>): Promise<string> {
    const { request, reply, caseId } = asking;
    const { fields, expired, revision } = formOf(request);
    const language = languageOf(request.url);
    const checked = await this.judge(name, fields);
    try {
      // A form is shown again only to who may send it.
      if ('faults' in checked || expired)
        await requireRight({ caller: callerOf(request), action: caseForms[name].action, caseId }, this.node);
      if ('faults' in checked) return await this.again(asking, name, { status: 422, fields, faults: checked.faults });
      if (expired) return await this.again(asking, name, { status: 422, fields, faults: {}, message: casePageTexts[language].expired });
      const outcome = await act(checked.asked);
      const stillSees = maySee(callerOf(request), outcome);
      return seeOther(reply, inLanguage(language, stillSees ? donePath(asking, name) : backToList(request)));
    } catch (error) {
      // What one may not do any more because somebody else has moved the case is no lack of rights.
      const stale = isForbidden(error) && (await this.page.revision(asking)) !== revision;
      return this.again(asking, name, refused(stale ? new StaleRevision(caseId) : error, { fields, language }));
    }
  }

  private async judge<Name extends CaseFormName>(name: Name, fields: Fields): Promise<Checked<AskedBy<Name>>> {
    const { asks, read, asksBack }: CaseForm = caseForms[name];
    const said = await check(asks as new () => AskedBy<Name>, numberSaid(read ? read(fields) : fields));
    return asksBack === undefined ? said : askBack(said, asksBack, fields, localDate(this.node.now()));
  }

  private again(asking: Asking, form: CaseFormName, why: Omit<Refused, 'form'>): Promise<string> {
    return this.page.show(asking, { refused: { form, ...why } });
  }
}

/** The case again, with what was done, and still on the way back to the list that one came from. */
function donePath({ request, caseId }: Asking, name: CaseFormName): string {
  const list = listOf(request);
  return `${casePath(caseId)}?${new URLSearchParams({ klart: name, ...(list !== '' && { lista: list }) }).toString()}`;
}

const isForbidden = (error: unknown): boolean => error instanceof RequestProblem && error.status === 403;

/** A secret case that was sent away is from then on hidden from whoever sent it. */
function maySee(caller: Caller, { state }: Outcome): boolean {
  return state.status !== 'not-received' && allow(caller, 'see-case', subjectOf(state)) === 'allowed';
}

/** What the person can mend stands in the page again; everything else is for the page of problems. */
function refused(error: unknown, { fields, language }: { fields: Filled['fields']; language: 'sv' | 'en' }): Omit<Refused, 'form'> {
  const typed = { fields, faults: {} };
  if (error instanceof StaleRevision) return { ...typed, status: 412, somebodyWasFaster: true };
  if (error instanceof CommandIdReused) return { ...typed, status: 409, message: casePageTexts[language].sentBefore };
  if (error instanceof Refusal) {
    const { code, field } = error;
    return {
      fields,
      faults: field === undefined ? {} : { [field]: 'wrong' },
      status: statusOf[code],
      message: refusalTexts[language][code],
    };
  }
  if (error instanceof BoardEnded) {
    const [ended, successor] = [error.ended, error.successor].map(({ nameSv, nameEn }) => (language === 'sv' ? nameSv : nameEn));
    const message = casePageTexts[language].boardEnded(ended ?? '', successor ?? '');
    return { fields, faults: { board: 'wrong' }, status: error.status, message };
  }
  const faults = faultsIn(error);
  if (faults === undefined) throw error;
  return { fields, faults, status: 422 };
}

/** What is wrong with a field, that only doing it could show. */
function faultsIn(error: unknown): Filled['faults'] | undefined {
  if (error instanceof PersonalNumberFound) return Object.fromEntries(error.fields.map((field) => [field, 'personal-number'] as const));
  if (!(error instanceof RequestProblem) || !error.errors) return undefined;
  return Object.fromEntries(error.errors.map(({ field, code }) => [field, code === 'isDefined' ? 'missing' : 'wrong'] as const));
}
