import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { SynpunkterNode } from '#node';
import { Policy } from '../access/policy.decorator.js';
import { ApiCreatedResponse, ApiHeader, ApiOperation, ApiTags } from '../api/documented.js';
import { identify } from '../requests/command-request.js';
import { SubmissionReceipt, SubmissionRequest } from './submission.request.js';
import { TakeIn } from './take-in.js';

@ApiTags('submissions')
@Controller('api/v1/submissions')
export class SubmissionsController {
  constructor(
    private readonly door: TakeIn,
    private readonly node: SynpunkterNode,
  ) {}

  @Post('checks')
  @HttpCode(204)
  @Policy('submit')
  @ApiOperation({
    summary: 'Check a synpunkt without leaving it',
    description: 'Answers as leaving it would, but takes nothing in: 204, or 422 with the fields that are wrong.',
  })
  check(@Body() said: SubmissionRequest): void {
    this.door.check(said);
  }

  @Post()
  @HttpCode(201)
  @Policy('submit')
  @ApiOperation({
    summary: 'Leave a synpunkt',
    description:
      'Needs no login. With an Idempotency-Key a repetition yields the same receipt; without one, every request is a new submission.',
  })
  @ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: 'Up to 200 visible ASCII characters, chosen by the caller. The same key with another body is refused (409).',
  })
  @ApiCreatedResponse({ type: SubmissionReceipt })
  submit(@Body() { contact, ...said }: SubmissionRequest, @Req() request: FastifyRequest): Promise<SubmissionReceipt> {
    const submission = { channel: 'web', ...said, ...(contact && { contact }) } as const;
    return this.door.takeIn(submission, identify(request, this.node.mac), 'submitter');
  }
}
