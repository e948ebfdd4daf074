import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isSecret } from '#cases';
import { ownBoards } from '#identity';
import type { PromisedAnswer } from '#views';
import { callerOf } from '../access/caller.js';
import { complaintsOf } from '../forms/field.js';
import { longDate } from '../pages/dates-in-words.js';
import { inLanguage, languageOf } from '../pages/language.js';
import { PageAnswer } from '../pages/page-answer.js';
import { promiseOnPage } from '../promises/promise-on-page.js';
import { kindTexts } from '../submissions/submission.texts.js';
import { backToList, listOf, ofList } from './back-to-list.js';
import { caseFacts } from './case-facts.js';
import { mailFacts } from './mail-facts.js';
import { caseFormTexts } from './case-form.texts.js';
import type { CaseFormName } from './case-forms.js';
import { casePageTexts, historyTexts } from './case-page.texts.js';
import { CaseReading, type JudgedPromise } from './case-reading.js';
import { CaseTelling } from './case-telling.js';
import { caseWords } from './case.texts.js';
import { dueInWords } from './due-in-words.js';
import type { Entry } from './entry.js';
import { inWords, whoDid, type Telling } from './history-in-words.js';
import { casePath, FormsOfCase, type Refused } from './forms-of-case.js';
import { routingInWords } from './routing-in-words.js';
import { statusInWords } from './status-in-words.js';

export interface Asking {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly caseId: string;
}

type Outline = ReturnType<CaseReading['outline']>;

/** The page of one case, with the forms for what this person may do with it as it stands. */
@Injectable()
export class CasePage {
  constructor(
    private readonly pages: PageAnswer,
    private readonly reading: CaseReading,
    private readonly telling: CaseTelling,
    private readonly forms: FormsOfCase,
  ) {}

  async show({ request, reply, caseId }: Asking, { refused, done }: { refused?: Refused; done?: CaseFormName } = {}): Promise<string> {
    const language = languageOf(request.url);
    const outline = await this.reading.outlineFor(callerOf(request), caseId);
    if (outline) return this.outline({ request, reply, caseId }, outline, done);
    const found = await this.reading.readWithState(callerOf(request), caseId);
    const { state, entries } = found;
    const { known } = state;
    const { promises } = await this.reading.promises(callerOf(request), caseId);
    const telling = this.telling.in(language);
    const forms = this.forms.of(found, { request, telling, refused });
    const title = `${kindTexts[language][known.kind].name} ${known.reference}`;
    return this.pages.show({ request, reply }, 'case', {
      title,
      path: placeOf(request, caseId),
      status: refused?.status ?? 200,
      model: {
        title,
        back: inLanguage(language, backToList(request)),
        status: statusInWords(state, { own: ownBoards(callerOf(request)), language }),
        due: dueInWords(state, { today: telling.today, language, promised: answerAmong(promises) }),
        secret: isSecret(known),
        personalNumber: known.personalNumber,
        done: done === undefined ? null : caseFormTexts[language][done].done,
        ...saidIn(entries),
        facts: [...caseFacts(found, this.reading.summary(state), telling), ...mailFacts(await this.reading.mail(caseId), language)],
        promises: promises.map((promise) => promiseOnPage(promise, language)),
        routing: routingInWords(entries, telling),
        history: entries.map((entry) => inWords(entry, telling)),
        forms,
        ...why(refused, { entries, telling }),
        complaints: complaintsOf(forms.flatMap(({ fields }) => fields)),
      },
    });
  }

  /** That the case exists, for who may not read it, and whom to ask. */
  private outline(
    { request, reply, caseId }: Asking,
    { kind, reference, status, board, receivedDate, diaryNumbers }: Outline,
    done: CaseFormName | undefined,
  ): string {
    const language = languageOf(request.url);
    const t = casePageTexts[language];
    const title = `${kindTexts[language][kind].name} ${reference}`;
    return this.pages.show({ request, reply }, 'case-outline', {
      title,
      path: placeOf(request, caseId),
      model: {
        title,
        back: inLanguage(language, backToList(request)),
        status: caseWords[language].status[status],
        done: done === undefined ? null : caseFormTexts[language][done].done,
        facts: [
          { label: t.board, value: this.telling.in(language).names.board(board) },
          { label: t.received, value: receivedDate === null ? t.undated : longDate(receivedDate, language) },
          { label: t.diaryNumbers, value: diaryNumbers.join(', ') || t.none },
        ],
      },
    });
  }

  /** Where the case stands now. */
  async revision({ request, caseId }: Asking): Promise<number> {
    return (await this.reading.readWithState(callerOf(request), caseId)).revision;
  }
}

/** The address of the case, with the way back to the list: the other language leads there, and on to the same list. */
const placeOf = (request: FastifyRequest, caseId: string): string => casePath(caseId) + ofList(listOf(request));

function saidIn([received]: readonly Entry[]): { readonly text: string; readonly place: string | null } {
  const { text = '', place = null } = (received?.data ?? {}) as { readonly text?: string; readonly place?: string };
  return { text, place };
}

/** Why a form was refused, in words; for somebody who was too slow, by whom and what. */
function why(refused: Refused | undefined, { entries, telling }: { entries: readonly Entry[]; telling: Telling }) {
  const last = entries.at(-1);
  if (!refused?.somebodyWasFaster || !last) return { refused: refused?.form ?? null, message: refused?.message ?? null };
  const { title, when } = inWords(last, telling);
  return { refused: refused.form, message: historyTexts[telling.language].faster(whoDid(last, telling), when, title) };
}

/** The promise of an answer, or of a review, that stands: the one made last. */
function answerAmong(promises: readonly JudgedPromise[]): Pick<PromisedAnswer, 'state' | 'delivered'> | undefined {
  const last = promises.findLast(({ promise: { what } }) => what === 'answer' || what === 'review')?.verdict;
  if (!last) return undefined;
  return { state: last.state, delivered: last.state === 'kept' || (last.state === 'missed' && last.deliveredOn !== undefined) };
}
