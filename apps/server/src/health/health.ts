import { Injectable } from '@nestjs/common';
import { SynpunkterNode } from '#node';

/** Whether this process can do its work, and what waits. */
@Injectable()
export class Health {
  constructor(private readonly node: SynpunkterNode) {}

  async report(): Promise<Report> {
    try {
      const { processors, ...waiting } = await this.node.health();
      const views = processors.map(({ name, current, trouble, deadLetters }) => ({
        name,
        current,
        trouble,
        deadLetters: deadLetters.length,
      }));
      return { ready: views.every(({ trouble }) => !trouble), log: 'reachable', views, waiting };
    } catch {
      return { ready: false, log: 'unreachable', views: [], waiting: {} };
    }
  }
}

export interface Report {
  readonly ready: boolean;
  readonly log: 'reachable' | 'unreachable';
  readonly views: readonly { readonly name: string; readonly current: boolean; readonly trouble: boolean; readonly deadLetters: number }[];
  /** What is owed, by what it is. */
  readonly waiting: Readonly<Record<string, number>>;
}
