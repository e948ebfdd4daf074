import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Req, Res, UseInterceptors } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SynpunkterNode } from '#node';
import { csv, reportRows } from '#views';
import { actorOf, callerOf } from '../access/caller.js';
import { Policy } from '../access/policy.decorator.js';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiTags } from '../api/documented.js';
import { CostlyWork } from '../http/costly-work.js';
import { identify } from '../requests/command-request.js';
import { Freezing } from './freezing.js';
import { PromiseReports } from './promise-reports.js';
import { reportAnswer } from './report-answer.js';
import { CasesBehindRequest, PromiseReportRequest, ReadReportRequest } from './report.request.js';

/** Figures are of all cases, whoever asks; small groups that hold something secret are hidden. The lists behind them stop at the wall. */
@ApiTags('reports')
@ApiBearerAuth()
@Controller('api/v1/reports')
export class ReportsController {
  constructor(
    private readonly node: SynpunkterNode,
    private readonly reports: PromiseReports,
    private readonly freezing: Freezing,
  ) {}

  @Get('promises')
  @UseInterceptors(CostlyWork)
  @Policy('read-reports')
  @ApiOperation({
    summary: 'What was promised and kept: figures of the cases received in a period, as known at an instant',
    description:
      'JSON with the definition of every figure, or CSV (Accept: text/csv, or format=csv) for a Swedish spreadsheet; with for=machines by RFC 4180.',
  })
  async promises(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query() { format, for: reader, ...asked }: ReadReportRequest,
  ) {
    const report = await this.reports.report(asked);
    if ((format ?? acceptedBy(request)) === 'json') return reportAnswer(report);
    void reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="lofteslage.csv"');
    return csv(reportRows(report), reader);
  }

  @Get('promises/cases')
  @UseInterceptors(CostlyWork)
  @Policy('read-reports')
  @ApiOperation({ summary: 'The cases behind a figure that the caller may read, and how many more there are' })
  async casesBehind(@Req() request: FastifyRequest, @Query() { figure, view, after, limit, ...asked }: CasesBehindRequest) {
    const found = await this.reports.casesBehind(asked, callerOf(request), { figure, view, after, limit });
    return {
      figure,
      ...found,
      more: found.more ?? null,
      hidden: found.more === undefined ? 'small-group' : null,
      next: found.next ?? null,
    };
  }

  @Post('frozen')
  @UseInterceptors(CostlyWork)
  @HttpCode(201)
  @Policy('read-reports')
  @ApiOperation({
    summary: 'Freeze a report: an event with its figures, the last event it was made of, and the number and SHA-256 of its cases',
    description: 'Anybody with the log can compute it again: `synpunkter report verify <id>`.',
  })
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: 'The same key again is a repetition and freezes nothing anew.' })
  freeze(@Req() request: FastifyRequest, @Body() asked: PromiseReportRequest) {
    return this.freezing.freeze(asked, identify(request, this.node.mac), actorOf(callerOf(request)));
  }

  @Get('frozen/:reportId')
  @Policy('read-reports')
  @ApiOperation({ summary: 'A report as it was frozen' })
  frozen(@Param('reportId', new ParseUUIDPipe()) reportId: string) {
    return this.freezing.read(reportId);
  }
}

const acceptedBy = ({ headers }: FastifyRequest): 'json' | 'csv' => (headers.accept?.includes('text/csv') ? 'csv' : 'json');
