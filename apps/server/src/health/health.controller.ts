import { Controller, Get, Header, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { allow } from '#identity';
import { callerOf } from '../access/caller.js';
import { Policy } from '../access/policy.decorator.js';
import { ApiExcludeController } from '../api/documented.js';
import { Health } from './health.js';
import { Metrics } from './metrics.js';

/** For the machine that watches this one. Says whether, never what or whom. */
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(
    private readonly health: Health,
    private readonly metrics: Metrics,
  ) {}

  /** The process answers. */
  @Get('health/live')
  @Policy('open')
  live() {
    return { live: true };
  }

  /** The process can do its work: 200, or 503 with what stands in the way. What is counted is told to who may read it. */
  @Get('health/ready')
  @Policy('open')
  async ready(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const report = await this.health.report();
    void reply.status(report.ready ? 200 : 503);
    if (allow(callerOf(request), 'read-health-details') === 'allowed') return report;
    const { ready, log, clock } = report;
    return { ready, log, clock };
  }

  /** Counts tell of single cases: one more that waits, one more answer. */
  @Get('metrics')
  @Policy('read-health-details')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  measured(): Promise<string> {
    return this.metrics.text();
  }
}
