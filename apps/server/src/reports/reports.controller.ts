import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Req, Res, UseInterceptors } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SynpunkterNode } from '#node';
import { csv, reportRows, tableRows } from '#views';
import { callerOf } from '../access/caller.js';
import { Policy } from '../access/policy.decorator.js';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiTags } from '../api/documented.js';
import { CostlyWork } from '../http/costly-work.js';
import { identify } from '../requests/command-request.js';
import { Freezing } from './freezing.js';
import { PromiseReports, type Asking } from './promise-reports.js';
import { reportAnswer, tablesAnswer } from './report-answer.js';
import { CasesBehindRequest, PromiseReportRequest, ReadReportRequest, ReadTablesRequest, TablesRequest } from './report.request.js';

const formats =
  'JSON with the definition of every figure, or CSV (Accept: text/csv, or format=csv) for a Swedish spreadsheet; with for=machines by RFC 4180.';
const repetition = {
  name: 'Idempotency-Key',
  required: false,
  description: 'The same key again is a repetition and freezes nothing anew.',
};

/** Any question, of the cases that the caller may read; of all cases only the tables that everybody is told. */
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
    summary: 'What was promised and kept, of the cases that the caller may read now: received in a period, as known at an instant',
    description: `${formats} For figures of all cases see /reports/tables.`,
  })
  async promises(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query() { format, for: reader, ...asked }: ReadReportRequest,
  ) {
    const report = await this.reports.report(asked, asking(request, reply));
    if ((format ?? acceptedBy(request)) === 'json') return reportAnswer(report);
    return file(reply, 'lofteslage', csv(reportRows(report), reader));
  }

  @Get('promises/cases')
  @UseInterceptors(CostlyWork)
  @Policy('read-reports')
  @ApiOperation({ summary: 'The cases behind a figure of such a report, in the order of receipt' })
  async casesBehind(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query() { figure, view, after, limit, ...asked }: CasesBehindRequest,
  ) {
    const found = await this.reports.casesBehind(asked, asking(request, reply), { figure, view, after, limit });
    return { figure, cases: found.cases, next: found.next ?? null };
  }

  @Get('tables')
  @Policy('read-reports')
  @ApiOperation({
    summary: 'What was promised and kept, of all cases: the tables of a year, the same for everybody',
    description:
      'The organisation by month, tertial and year; boards, administrations, kinds and channels by tertial and year; categories by year. Each tertial is told ' +
      `once, as it was known a month after it ended, and small groups are hidden so that they follow from nothing else. ${formats}`,
  })
  async tables(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query() { format, for: reader, ...asked }: ReadTablesRequest,
  ) {
    const tables = await this.reports.tables(asked, asking(request, reply));
    if ((format ?? acceptedBy(request)) === 'json') return tablesAnswer(tables);
    return file(reply, 'lofteslage-tabeller', csv(tableRows(tables), reader));
  }

  @Post('frozen')
  @UseInterceptors(CostlyWork)
  @HttpCode(201)
  @Policy('read-reports')
  @ApiOperation({
    summary: 'Freeze a report of the cases that the caller may read: an event with its figures and the last event it was made of',
    description: 'Anybody with the log can compute it again: `synpunkter report verify <id>`.',
  })
  @ApiHeader(repetition)
  freeze(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Body() asked: PromiseReportRequest) {
    return this.freezing.report(asked, identify(request, this.node.mac), asking(request, reply));
  }

  @Post('tables/frozen')
  @HttpCode(201)
  @Policy('read-reports')
  @ApiOperation({ summary: 'Freeze the tables of a year likewise' })
  @ApiHeader(repetition)
  freezeTables(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Body() asked: TablesRequest) {
    return this.freezing.tables(asked, identify(request, this.node.mac), asking(request, reply));
  }

  @Get('frozen/:reportId')
  @Policy('read-reports')
  @ApiOperation({ summary: 'What was frozen: tables for everybody, a report for who may read every case that it counts' })
  frozen(@Req() request: FastifyRequest, @Param('reportId', new ParseUUIDPipe()) reportId: string) {
    return this.freezing.read(reportId, callerOf(request));
  }
}

/** Who asks, until the connection is closed before the answer has gone. */
function asking(request: FastifyRequest, { raw }: FastifyReply): Asking {
  const gone = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) gone.abort();
  });
  return { caller: callerOf(request), signal: gone.signal };
}

function file(reply: FastifyReply, name: string, content: string): string {
  void reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${name}.csv"`);
  return content;
}

const acceptedBy = ({ headers }: FastifyRequest): 'json' | 'csv' => (headers.accept?.includes('text/csv') ? 'csv' : 'json');
