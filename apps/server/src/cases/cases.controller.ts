import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { reachOf } from '#identity';
import { SynpunkterNode } from '#node';
import { listCases } from '#views';
import { actorOf, callerOf } from '../access/caller.js';
import { Policy } from '../access/policy.decorator.js';
import { ApiBearerAuth, ApiOperation, ApiTags } from '../api/documented.js';
import { identify } from '../requests/command-request.js';
import { SubmissionReceipt } from '../submissions/submission.request.js';
import { TakeIn } from '../submissions/take-in.js';
import { CaseReading } from './case-reading.js';
import { Casework } from './casework.js';
import { CaseListRequest, HistoryRequest } from './list.request.js';
import { listFilter } from './list-filter.js';
import { writePlace } from './page-place.js';
import { RegistrationRequest } from './registration.request.js';

const closedToOthers =
  'Of another board’s open case only number, day of receipt, board, kind and status are shown; the other fields are absent. What is in triage is shown only to those who route it, and what is or may be secret only to its board.';

@ApiTags('cases')
@ApiBearerAuth()
@Controller('api/v1/cases')
export class CasesController {
  constructor(
    private readonly node: SynpunkterNode,
    private readonly reading: CaseReading,
    private readonly casework: Casework,
    private readonly door: TakeIn,
  ) {}

  @Get()
  @Policy('list-cases')
  @ApiOperation({
    summary: 'The cases that the caller sees, the earliest promised date first',
    description: closedToOthers,
  })
  list(@Req() request: FastifyRequest, @Query() asked: CaseListRequest) {
    const caller = callerOf(request);
    const page = listCases(this.node.inbox.db, reachOf(caller), listFilter(this.node, caller, asked));
    const promised = this.reading.promisedAnswers(page.rows.map(({ caseId }) => caseId));
    return {
      cases: page.rows.map(({ caseId, state, text, extent }) =>
        extent === 'whole'
          ? { text: this.reading.open(text), promisedAnswer: promised.get(caseId) ?? null, ...this.reading.summary(state) }
          : this.reading.outline(state),
      ),
      total: page.total,
      next: page.next ? writePlace(page.next, this.node.mac) : null,
    };
  }

  @Post()
  @HttpCode(201)
  @Policy('register-submission')
  @ApiOperation({ summary: 'Register a synpunkt that came by phone, visit, letter, e-mail or social media, on the submitter’s behalf' })
  register(@Req() request: FastifyRequest, @Body() { contact, ...said }: RegistrationRequest): Promise<SubmissionReceipt> {
    const submission = { ...said, ...(contact && { contact }) };
    return this.door.takeIn(submission, identify(request, this.node.mac), actorOf(callerOf(request)));
  }

  @Get(':caseId')
  @Policy('see-case')
  @ApiOperation({ summary: 'A case as it is now, or as much of it as the caller sees', description: closedToOthers })
  async read(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('caseId', new ParseUUIDPipe()) caseId: string,
  ) {
    const view = await this.reading.read(callerOf(request), caseId);
    if ('revision' in view) void reply.header('etag', `"${view.revision}"`);
    return view;
  }

  @Get(':caseId/history')
  @Policy('read-history')
  @ApiOperation({ summary: 'Every step of a case, as of a revision or an instant' })
  history(@Req() request: FastifyRequest, @Param('caseId', new ParseUUIDPipe()) caseId: string, @Query() until: HistoryRequest) {
    return this.reading.history(callerOf(request), caseId, until);
  }

  @Post(':caseId/access-codes')
  @HttpCode(201)
  @Policy('replace-access-code')
  @ApiOperation({ summary: 'Give the submitter a new receipt code; the old one opens nothing from then on' })
  replaceAccessCode(@Req() request: FastifyRequest, @Param('caseId', new ParseUUIDPipe()) caseId: string) {
    return this.casework.replaceAccessCode(request, caseId);
  }
}
