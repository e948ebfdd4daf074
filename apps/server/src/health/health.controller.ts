import { Controller, Get, Header, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
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

  /** The process can do its work: 200, or 503 with what stands in the way. */
  @Get('health/ready')
  @Policy('open')
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const report = await this.health.report();
    void reply.status(report.ready ? 200 : 503).header('cache-control', 'no-store');
    return report;
  }

  @Get('metrics')
  @Policy('open')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  measured(): Promise<string> {
    return this.metrics.text();
  }
}
