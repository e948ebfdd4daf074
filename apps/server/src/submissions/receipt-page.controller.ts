import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Policy } from '../access/policy.decorator.js';
import { ApiExcludeController } from '../api/documented.js';
import { inBothPaths } from '../pages/language.js';
import { ReceiptPage } from './receipt-page.js';

/** What one is given for a synpunkt: to be printed, and gone after a while. */
@ApiExcludeController()
@Controller(inBothPaths('kvitto'))
export class ReceiptPageController {
  constructor(private readonly page: ReceiptPage) {}

  @Get()
  @Policy('submit')
  receipt(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.page.showAgain({ request, reply });
  }
}
