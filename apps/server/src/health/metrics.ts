import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { Health } from './health.js';

/** What a Prometheus server asks for: figures of the process, of requests by route, and of what waits. No label names a person or a case. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'synpunkter_http_request_seconds',
    help: 'Time from request to answer, by route and status',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [this.registry],
  });

  private readonly deadLetters = this.gauge('synpunkter_dead_letters', 'Events that a processor could not process', 'processor');
  private readonly current = this.gauge('synpunkter_processor_current', '1 if the processor has reached the end of the log', 'processor');
  private readonly waiting = this.gauge('synpunkter_waiting', 'Work that is owed', 'what');

  constructor(private readonly health: Health) {
    collectDefaultMetrics({ register: this.registry });
  }

  /** A request was answered. */
  answered(request: { method: string; route: string; status: number }, seconds: number): void {
    this.requests.observe({ method: request.method, route: request.route, status: String(request.status) }, seconds);
  }

  async text(): Promise<string> {
    await this.collect();
    return this.registry.metrics();
  }

  private async collect(): Promise<void> {
    const report = await this.health.report();
    for (const { name, deadLetters, current } of report.views) {
      this.deadLetters.set({ processor: name }, deadLetters);
      this.current.set({ processor: name }, current ? 1 : 0);
    }
    for (const [what, count] of Object.entries(report.waiting)) this.waiting.set({ what }, count);
  }

  private gauge(name: string, help: string, label: string): Gauge {
    return new Gauge({ name, help, labelNames: [label], registers: [this.registry] });
  }
}
