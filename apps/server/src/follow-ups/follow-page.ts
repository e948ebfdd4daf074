import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ratingReasons, type Language } from '#cases';
import { SynpunkterNode } from '#node';
import { localDate } from '#promises';
import { caseWords } from '../cases/case.texts.js';
import { namesOn, type Names } from '../cases/names-of-things.js';
import { complaintsOf, fieldsOf, nothingFilled, type Filled } from '../forms/field.js';
import { keptNumber } from '../forms/kept-number.js';
import { longDate, moment } from '../pages/dates-in-words.js';
import { inLanguage, languageOf } from '../pages/language.js';
import { PageAnswer } from '../pages/page-answer.js';
import type { Pages } from '../pages/pages.js';
import { Following } from './following.js';
import { followTexts, publicWords } from './follow.texts.js';

/** The forms that a submitter finds with the case. */
export type FollowForm = 'reply' | 'rate' | 'review' | 'reopen';

interface Again {
  readonly status?: number;
  readonly form?: FollowForm;
  readonly filled?: Filled;
  readonly notice?: string;
  /** Without forms, for a browser that could not send them as the one that it was shown to. */
  readonly readOnly?: boolean;
}

interface Asking {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

type Followed = Awaited<ReturnType<Following['byId']>>;

export const followPaths = {
  code: '/folj',
  reply: '/folj/svar',
  rate: '/folj/omdome',
  review: '/folj/omprovning',
  reopen: '/folj/ateruppta',
  leave: '/folj/stang',
} as const;

/** The two faces of `/folj`: the field for the code, and the case that it opens. */
@Injectable()
export class FollowPage {
  constructor(
    private readonly pages: PageAnswer,
    private readonly node: SynpunkterNode,
    private readonly following: Following,
  ) {}

  askForCode(
    { request, reply }: Asking,
    { status = 200, filled = nothingFilled, notice }: Pick<Again, 'status' | 'filled' | 'notice'> = {},
  ): string {
    const language = languageOf(request.url);
    const t = followTexts[language];
    const faults = { missing: t.codeMissing, wrong: status === 404 ? t.unknown : t.mistyped };
    const fields = [
      fieldsOf('folj', language, filled).text({ name: 'code', label: t.code, hint: t.codeHint, autocomplete: 'off', faults }),
    ];
    const model = {
      fields,
      complaints: complaintsOf(fields),
      notice: notice ?? null,
      action: inLanguage(language, followPaths.code),
      seal: this.pages.seals.make(request, followPaths.code),
      phone: this.node.organisation.state.description?.phone ?? '',
    };
    return this.pages.show({ request, reply }, 'follow', { title: t.title, status, path: followPaths.code, model });
  }

  async showCase(
    { request, reply }: Asking,
    caseId: string,
    { status = 200, form, filled, notice, readOnly }: Again = {},
  ): Promise<string> {
    const language = languageOf(request.url);
    const seen = await this.following.byId(caseId);
    const names = namesOn(this.node.organisation.state, { today: localDate(this.node.now()), language });
    const offers = readOnly ? [] : offered(seen, form);
    const forms = offers.map((name) => this.form(name, request, (name === form && filled) || nothingFilled));
    return this.pages.show({ request, reply }, 'followed', {
      title: seen.reference,
      status,
      path: followPaths.code,
      model: {
        reference: seen.reference,
        status: publicWords[language].status[seen.status],
        received: seen.receivedDate === null ? followTexts[language].undated : longDate(seen.receivedDate, language),
        promised: isWaiting(seen) && seen.promisedDate ? longDate(seen.promisedDate, language) : null,
        withoutDate: seen.withoutDate && followTexts[language].withoutDate[seen.withoutDate],
        board: names.board(seen.board),
        entries: seen.entries.map((entry) => entryInWords(entry, language, names)),
        forms,
        complaints: complaintsOf(forms.flatMap(({ fields }) => fields)),
        notice: notice ?? null,
        leave: readOnly
          ? null
          : { action: inLanguage(language, followPaths.leave), seal: this.pages.seals.make(request, followPaths.leave) },
      },
    });
  }

  private form(name: FollowForm, request: FastifyRequest, filled: Filled): Pages['followed']['forms'][number] {
    const language = languageOf(request.url);
    const t = followTexts[language];
    const form = fieldsOf(name, language, filled);
    const shared = { action: inLanguage(language, followPaths[name]), seal: this.pages.seals.make(request, followPaths[name]) };
    if (name === 'reply') {
      const field = form.area({ name: 'text', label: t.reply, hint: t.replyHint, faults: { missing: t.replyFault } });
      return {
        ...shared,
        id: name,
        title: t.replyTitle,
        lead: null,
        fields: [field, ...keptNumber(name, language, filled)],
        send: t.replySend,
        after: null,
      };
    }
    if (name === 'rate') {
      const choices = [
        { value: 'yes', label: t.satisfied },
        { value: 'no', label: t.notSatisfied },
      ];
      const reasons = ratingReasons.map((value) => ({ value, label: t.ratingReasons[value] }));
      const fields = [
        form.radios({ name: 'satisfied', label: t.rate, choices, faults: { missing: t.rateFault } }),
        form.select({ name: 'reason', label: t.rateReason, choices: [{ value: '', label: t.noReason }, ...reasons], optional: t.optional }),
      ];
      return { ...shared, id: name, title: t.rateTitle, lead: t.rateLead, fields, send: t.rateSend, after: null };
    }
    const field = form.area({ name: 'reason', label: t.reopen, faults: { missing: t.reopenFault } });
    const said =
      name === 'review'
        ? { title: t.reviewTitle, lead: t.reviewLead, send: t.reviewSend }
        : { title: t.reopenTitle, lead: t.reopenLead, send: t.reopenSend };
    return { ...shared, ...said, id: name, fields: [field, ...keptNumber(name, language, filled)], after: t.nextInstance };
  }
}

const isWaiting = ({ status }: Followed): boolean => status !== 'answered' && status !== 'closed';

function offered(seen: Followed, refused: FollowForm | undefined): FollowForm[] {
  const fits: readonly FollowForm[] = [
    ...(seen.status === 'question-to-you' ? (['reply'] as const) : []),
    ...(seen.mayRate ? (['rate'] as const) : []),
    ...(isWaiting(seen) ? [] : ([seen.mayAskReview ? 'review' : 'reopen'] as const)),
  ];
  return refused === undefined || fits.includes(refused) ? [...fits] : [...fits, refused];
}

type FollowedEntry = Followed['entries'][number];

function entryInWords(
  { at, what, text, date, code }: FollowedEntry,
  language: Language,
  names: Names,
): Pages['followed']['entries'][number] {
  return {
    title: publicWords[language].what[what],
    instant: at,
    when: moment(at, language),
    about: code === undefined ? null : aboutCode(what, code, { language, names }),
    date: date === undefined || what === 'received' ? null : longDate(date, language),
    text: text ?? null,
  };
}

function aboutCode(what: FollowedEntry['what'], code: string, { language, names }: { language: Language; names: Names }): string {
  if (what === 'moved' || what === 'board-succeeded') return names.board(code);
  if (what === 'referred') return names.externalBody(code);
  if (what === 'rated' || what === 'rating-noted') return followTexts[language].rated[code as 'satisfied' | 'not-satisfied'];
  const outcomes: Readonly<Record<string, string>> = caseWords[language].outcome;
  return outcomes[code] ?? code;
}
