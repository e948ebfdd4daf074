import { Body, Controller, Get, HttpCode, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { callerOf } from '../access/caller.js';
import { Policy } from '../access/policy.decorator.js';
import { ApiBearerAuth, ApiOperation, ApiTags } from '../api/documented.js';
import { CaseId } from '../cases/case-id.decorator.js';
import { CaseReading } from '../cases/case-reading.js';
import { AsOfRequest } from '../requests/as-of.request.js';
import { BounceRequest } from './bounce.request.js';
import { Bounces } from './bounces.js';
import { toldPromise } from './told-promise.js';

@ApiTags('cases')
@ApiBearerAuth()
@Controller('api/v1/cases/:caseId')
export class PromisesController {
  constructor(
    private readonly reading: CaseReading,
    private readonly bounces: Bounces,
  ) {}

  @Get('promises')
  @Policy('read-history')
  @ApiOperation({
    summary: 'What was promised in a case, by which rule, whether it was kept, and why each date is what it is',
    description:
      'A promise is kept when it is delivered: the relay took the mail and it did not come back, a person wrote down that they called, or who left no address can read it with the receipt code. `evidence` names the events that say so.',
  })
  async read(@Req() request: FastifyRequest, @CaseId() caseId: string, @Query() { asOf }: AsOfRequest) {
    const { promises, ...about } = await this.reading.promises(callerOf(request), caseId, asOf);
    return { ...about, promises: promises.map(toldPromise) };
  }

  @Post('bounces')
  @HttpCode(201)
  @Policy('record-bounce')
  @ApiOperation({
    summary: 'Write down that a mail came back',
    description: 'What it was to keep is owed again, with the clock where it stood. Answers with the promises as they now stand.',
  })
  async recordBounce(@Req() request: FastifyRequest, @CaseId() caseId: string, @Body() bounced: BounceRequest) {
    await this.bounces.record(request, caseId, bounced);
    return this.read(request, caseId, {});
  }
}
