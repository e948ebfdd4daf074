import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { kinds, type Language, type ReceivedCase } from '#cases';
import { ownBoards, reachOf } from '#identity';
import { SynpunkterNode } from '#node';
import { localDate } from '#promises';
import { listCases, listedStatuses, type InboxRow, type PromisedAnswer } from '#views';
import { callerOf } from '../access/caller.js';
import { Policy } from '../access/policy.decorator.js';
import { ApiExcludeController } from '../api/documented.js';
import { check } from '../forms/check.js';
import { fieldsOf, type Field, type Filled } from '../forms/field.js';
import type { Fields } from '../forms/form.js';
import { longDate } from '../pages/dates-in-words.js';
import { inBothPaths, inLanguage, languageOf } from '../pages/language.js';
import { PageAnswer, seeOther } from '../pages/page-answer.js';
import type { Pages } from '../pages/pages.js';
import { RequestProblem } from '../problems/problem.js';
import { isDayToAskAbout } from '../requests/days.js';
import { kindTexts } from '../submissions/submission.texts.js';
import { caseListTexts } from './case-list.texts.js';
import { CaseReading } from './case-reading.js';
import { ofList } from './back-to-list.js';
import { casePath } from './forms-of-case.js';
import { caseWords } from './case.texts.js';
import { dueInWords } from './due-in-words.js';
import { CaseListRequest } from './list.request.js';
import { namesOn } from './names-of-things.js';
import { listFilter, mine } from './list-filter.js';
import { officerInWords } from './officer-in-words.js';
import { writePlace } from './page-place.js';
import { StaffNames } from './staff-names.js';
import { statusInWords } from './status-in-words.js';

const rowsOnAPage = '25';

/** To whom a list is shown: the boards they work at, in which language, and how they came to it. */
interface Shown {
  readonly own: readonly string[];
  readonly language: Language;
  readonly list: string;
}

/**
 * The working list of the staff: what is open at their boards, until they ask for something else. What is chosen stands in the address,
 * so that it can be kept, shared and gone back to.
 */
@ApiExcludeController()
@Controller(inBothPaths('arbete'))
export class CaseListController {
  constructor(
    private readonly pages: PageAnswer,
    private readonly node: SynpunkterNode,
    private readonly reading: CaseReading,
    private readonly names: StaffNames,
  ) {}

  @Get()
  @Policy('list-cases')
  async list(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Query() query: Fields): Promise<string> {
    const caller = callerOf(request);
    const own = ownBoards(caller);
    const { asked, faults, list } = await this.read(query, own);
    const { after, q } = list;
    const found = listCases(this.node.inbox.db, reachOf(caller), listFilter(this.node, caller, list));

    const language = languageOf(request.url);
    const [named] = found.rows;
    if (q && named) return seeOther(reply, inLanguage(language, casePath(named.caseId)));
    const here = inLanguage(language, '/arbete');
    const chosen = new URLSearchParams(Object.entries(query).filter(([name]) => name !== 'after'));
    const next = found.next && new URLSearchParams([...chosen, ['after', writePlace(found.next, this.node.mac)]]);
    return this.pages.show({ request, reply }, 'case-list', {
      title: caseListTexts[language].title,
      status: 'dueBy' in faults ? 422 : 200,
      model: {
        action: here,
        filters: this.filters(language, { filled: { fields: asked, faults }, own }),
        everything: isFiltered(list) ? `${here}?board=&status=` : null,
        notFound: Boolean(q),
        total: found.total,
        rows: this.rows(found.rows, { own, language, list: new URLSearchParams(Object.entries(query)).toString() }),
        next: next ? `${here}?${next.toString()}` : null,
        first: after === undefined ? null : `${here}?${chosen.toString()}`,
      },
    });
  }

  /** What the list is to show: a person's own open cases, if nothing else is asked for. */
  private async read(query: Fields, own: readonly string[]): Promise<{ asked: Fields; faults: Filled['faults']; list: CaseListRequest }> {
    // Who asks for a case by its number means it wherever it is.
    const asked = query['q'] ? { q: query['q'] } : { ...(own.length > 0 && { board: mine }), status: 'open', ...query };
    const faults = this.faultsOf(query);
    const checked = await check(CaseListRequest, { limit: rowsOnAPage, ...asked, ...('dueBy' in faults && { dueBy: '' }) });
    if ('faults' in checked) throw new RequestProblem(400, 'bad-request');
    return { asked, faults, list: checked.asked };
  }

  /** A day that nobody can mean is said to be wrong, and the list shown without it. */
  private faultsOf({ dueBy = '' }: Fields): Filled['faults'] {
    return dueBy === '' || isDayToAskAbout(dueBy, this.node.now()) ? {} : { dueBy: 'wrong' };
  }

  private filters(language: Language, { filled, own }: { filled: Filled; own: readonly string[] }): Field[] {
    const t = caseListTexts[language];
    const all = { value: '', label: t.all };
    const names = namesOn(this.node.organisation.state, { today: this.today, language });
    const form = fieldsOf('urval', language, filled);
    const status = listedStatuses.map((value) => ({ value, label: value === 'open' ? t.open : caseWords[language].status[value] }));
    const boards = own.length > 0 ? [{ value: mine, label: own.length > 1 ? t.ownBoards : t.ownBoard }] : [];
    const kind = kinds.map((value) => ({ value, label: kindTexts[language][value].name }));
    return [
      form.text({ name: 'q', label: t.number, hint: t.numberHint }),
      form.select({ name: 'board', label: t.board, choices: [all, ...boards, ...names.boards()] }),
      form.select({ name: 'status', label: t.status, choices: [all, ...status] }),
      form.select({ name: 'kind', label: t.kind, choices: [all, ...kind] }),
      form.select({
        name: 'officer',
        label: t.officer,
        choices: [all, { value: 'mine', label: t.me }, { value: 'none', label: t.noOfficer }],
      }),
      form.date({ name: 'dueBy', label: t.dueBy, faults: { wrong: t.dueByFault } }),
    ];
  }

  private rows(rows: readonly InboxRow[], shown: Shown): Pages['case-list']['rows'] {
    const promised = this.reading.promisedAnswers(rows.map(({ caseId }) => caseId));
    return rows.map((row) => this.row(row, { ...shown, promised: promised.get(row.caseId) }));
  }

  private row(
    { caseId, state, known, secret, text, extent }: InboxRow,
    { own, language, list, promised }: Shown & { promised: PromisedAnswer | undefined },
  ): Pages['case-list']['rows'][number] {
    const names = namesOn(this.node.organisation.state, { today: this.today, language });
    const outline = {
      link: inLanguage(language, casePath(caseId) + ofList(list)),
      reference: known.reference,
      kind: kindTexts[language][known.kind].name,
      status: statusInWords(state, { own, language }),
      board: names.board(known.board),
    };
    if (extent !== 'whole') return { ...outline, received: longDate(known.receivedDate, language), whole: null };
    const whole = {
      excerpt: excerpt(this.reading.open(text)),
      due: dueInWords(state, { today: this.today, language, promised }),
      officer: this.officer(state, language),
      secret,
    };
    return { ...outline, received: null, whole };
  }

  private officer(state: ReceivedCase, language: Language): string | null {
    const { officer } = state.known;
    const name = officer === undefined ? undefined : this.names.nameOf(officer);
    return name === undefined ? null : officerInWords(name, { left: this.reading.officerLeft(state), language });
  }

  private get today(): string {
    return localDate(this.node.now());
  }
}

const isFiltered = ({ q, board, status, kind, officer, dueBy }: CaseListRequest): boolean =>
  [q, board, status, kind, officer, dueBy].some((chosen) => chosen !== undefined);

const longest = 90;

/** The beginning of what the submitter wrote, on one line, cut between characters as people see them. */
function excerpt(text: string): string {
  const line = Array.from(
    text
      .slice(0, 4 * longest)
      .replace(/\s+/g, ' ')
      .trim(),
  );
  return line.length > longest ? `${line.slice(0, longest).join('')}…` : line.join('');
}
