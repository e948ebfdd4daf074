import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isSecret, type Language, type ReceivedCase } from '#cases';
import { allow, type Caller } from '#identity';
import { SynpunkterNode } from '#node';
import { localDate } from '#promises';
import { callerOf } from '../access/caller.js';
import { subjectOf } from '../access/permit.js';
import { complaintsOf, nothingFilled, type Filled } from '../forms/field.js';
import { inLanguage, languageOf } from '../pages/language.js';
import { PageAnswer } from '../pages/page-answer.js';
import type { Pages } from '../pages/pages.js';
import { categoryGroups } from '../submissions/submission-form.js';
import { kindTexts } from '../submissions/submission.texts.js';
import { caseFacts } from './case-facts.js';
import { caseFormFields, type Sheet } from './case-form-fields.js';
import { caseFormTexts } from './case-form.texts.js';
import { caseFormNames, caseForms, type CaseFormName } from './case-forms.js';
import { historyTexts } from './case-page.texts.js';
import { CaseReading } from './case-reading.js';
import { caseWords } from './case.texts.js';
import { dueInWords } from './due-in-words.js';
import type { Entry } from './entry.js';
import { inWords, whoDid, type Telling } from './history-in-words.js';
import { namesOn } from './names-of-things.js';
import { routingInWords } from './routing-in-words.js';
import { StaffNames } from './staff-names.js';

export interface Asking {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly caseId: string;
}

/** A form that is shown again, with what was typed and why. */
export interface Refused extends Filled {
  readonly form: CaseFormName;
  readonly status: number;
  /** What to say above it; `'faster'` if somebody else was. */
  readonly message?: string;
  readonly somebodyWasFaster?: true;
}

type ReadCase = Awaited<ReturnType<CaseReading['readWithState']>>;

/** The page of one case, with the forms for what this person may do with it as it stands. */
@Injectable()
export class CasePage {
  constructor(
    private readonly pages: PageAnswer,
    private readonly node: SynpunkterNode,
    private readonly reading: CaseReading,
    private readonly staff: StaffNames,
  ) {}

  async show({ request, reply, caseId }: Asking, { refused, done }: { refused?: Refused; done?: CaseFormName } = {}): Promise<string> {
    const language = languageOf(request.url);
    const caller = callerOf(request);
    const found = await this.reading.readWithState(caller, caseId);
    const { state, entries } = found;
    const { known } = state;
    const telling = this.telling(language);
    const received = entries[0]?.data as { readonly text?: string; readonly place?: string } | undefined;
    const path = casePath(caseId);
    const forms = this.formsFor(caller, state, refused?.form).map((name) => this.form(name, { request, found, telling, refused }));
    const title = `${kindTexts[language][known.kind].name} ${known.reference}`;
    return this.pages.show({ request, reply }, 'case', {
      title,
      path,
      status: refused?.status ?? 200,
      model: {
        title,
        back: inLanguage(language, '/arbete'),
        status: caseWords[language].status[state.status],
        due: dueInWords(state, { today: this.today, language }),
        secret: isSecret(known),
        done: done === undefined ? null : caseFormTexts[language][done].done,
        text: received?.text ?? '',
        place: received?.place ?? null,
        facts: caseFacts(found, this.reading.summary(state), telling),
        routing: routingInWords(entries, telling),
        history: entries.map((entry) => inWords(entry, telling)),
        forms,
        refused: refused?.form ?? null,
        message: refused?.somebodyWasFaster ? this.whoWasFaster(entries, telling) : (refused?.message ?? null),
        complaints: complaintsOf(forms.flatMap(({ fields }) => fields)),
      },
    });
  }

  /** Where the case stands now. */
  async revision({ request, caseId }: Asking): Promise<number> {
    return (await this.reading.readWithState(callerOf(request), caseId)).revision;
  }

  /** @param refused is shown in any case: what was typed in it shall not be lost because somebody else was faster */
  private formsFor(caller: Caller, state: ReceivedCase, refused: CaseFormName | undefined): CaseFormName[] {
    const subject = subjectOf(state);
    const offered = (name: CaseFormName) => caseForms[name].fits(state) && allow(caller, caseForms[name].action, subject) === 'allowed';
    return caseFormNames.filter((name) => name === refused || offered(name));
  }

  private form(
    name: CaseFormName,
    { request, found, telling, refused }: { request: FastifyRequest; found: ReadCase; telling: Telling; refused: Refused | undefined },
  ): Pages['case']['forms'][number] {
    const { language } = telling;
    const again = refused?.form === name ? refused : undefined;
    const path = `${casePath(found.state.known.caseId)}/${caseForms[name].path}`;
    const fields = caseFormFields(name, this.sheet(found, telling), again ?? nothingFilled);
    const { title, send } = caseFormTexts[language][name];
    return {
      ...{ id: name, title, send, fields },
      open: again !== undefined,
      action: inLanguage(language, path),
      seal: this.pages.seals.make(request, path, { revision: found.revision }),
    };
  }

  private whoWasFaster(entries: readonly Entry[], telling: Telling): string {
    const last = entries.at(-1);
    if (!last) return '';
    const { title, when } = inWords(last, telling);
    return historyTexts[telling.language].faster(whoDid(last, telling), when, title);
  }

  private sheet({ state, entries }: ReadCase, { language, names }: Telling): Sheet {
    const organisation = this.node.organisation.state;
    const subject = subjectOf(state);
    const undone = new Set(state.known.actions.filter(({ completed }) => !completed).map(({ actionId }) => actionId));
    return {
      ...{ language, state, names },
      officers: this.staff
        .who((caller) => allow(caller, 'answer', subject) === 'allowed')
        .map(({ personId, name }) => ({ value: personId, label: name })),
      categories: categoryGroups({ language, organisation, today: this.today }),
      actions: entries
        .filter(({ type, data }) => type === 'ActionPlanned' && undone.has(String(data['actionId'])))
        .map(({ data }) => ({ value: String(data['actionId']), label: String(data['description']) })),
    };
  }

  private telling(language: Language): Telling {
    const names = namesOn(this.node.organisation.state, { today: this.today, language });
    return { language, names, nameOf: (personId) => this.staff.nameOf(personId) };
  }

  private get today(): string {
    return localDate(this.node.parts.now());
  }
}

/** The Swedish address of a case's page. */
export const casePath = (caseId: string): string => `/arbete/arenden/${caseId}`;
