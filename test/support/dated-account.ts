import type { EventLog } from '#event-log';
import type { Story } from './dated-story.js';
import { plusDays } from './naive-days.js';
import { naiveWork, type Noted } from './naive-work.js';

/** What was to be done, by a reading of its own, and what was done. */
export class Account {
  private readonly hot = new Map<string, { story: Story; asked: Set<string>; until: string }>();
  private readonly expected = new Map<string, { on: string; turn: number }>();
  private readonly turnOf = new Map<string, number>();
  private readonly pasts = new Map<string, readonly Noted[]>();

  changed(story: Story): void {
    this.pasts.set(story.caseId, story.past);
    const known = this.hot.get(story.caseId);
    const dues = story.past.flatMap((one) => ('due' in one ? [one.due] : []));
    const until = plusDays([...dues, story.past.at(-1)?.on ?? ''].sort().at(-1) ?? '', 14);
    this.hot.set(story.caseId, { story, asked: known?.asked ?? new Set(), until });
  }

  /** Somebody whose clock calls for the work of a day is at work now. */
  ask(today: string, turn: number): void {
    for (const [caseId, { story, asked, until }] of this.hot) {
      const question = `${story.past.length} ${today}`;
      if (asked.has(question)) continue;
      asked.add(question);
      for (const [name, on] of naiveWork(story.past, today)) {
        const key = `${caseId} ${name}`;
        if (!this.expected.has(key)) this.expected.set(key, { on, turn });
      }
      if (today > until) this.hot.delete(caseId);
    }
  }

  saw(events: readonly { readonly id: string }[], turn: number): void {
    for (const { id } of events) if (!this.turnOf.has(id)) this.turnOf.set(id, turn);
  }

  async judge(log: EventLog) {
    const done = new Map<string, { on: string; turn: number }>();
    const found = { doubled: [] as string[], wrong: [] as string[], late: [] as string[] };
    let events = 0;
    for await (const event of log.follow('start', { signal: new AbortController().signal })) {
      if (event === 'caught-up') break;
      events += 1;
      const name = nameOf(event);
      if (name === undefined) continue;
      if (done.has(name)) found.doubled.push(name);
      else done.set(name, { on: (event.data as { on: string }).on, turn: this.turnOf.get(event.id) ?? -1 });
    }
    for (const [name, { on, turn }] of done) {
      const expected = this.expected.get(name);
      if (expected?.on !== on) found.wrong.push(name);
      else if (expected.turn !== turn) found.late.push(name);
    }
    const missed = [...this.expected.keys()].filter((name) => !done.has(name));
    const remarks = Object.entries({ ...found, missed }).flatMap(([what, names]) =>
      names.slice(0, remarksAtMost).map((name) => ({ what, name, done: done.get(name), ...this.known(name) })),
    );
    const { doubled, wrong, late } = found;
    return {
      ...{ events, expected: this.expected.size, remarks },
      ...{ missed: missed.length, doubled: doubled.length, wrong: wrong.length, late: late.length },
    };
  }

  /** All that helps to see why something was not as it should be. */
  private known(name: string) {
    return { expected: this.expected.get(name), past: this.pasts.get(name.split(' ', 1)[0] ?? '') };
  }
}

const remarksAtMost = 3;

/** As the naive account names it; undefined for what is no dated work. */
function nameOf({ stream, type, data }: { readonly stream: string; readonly type: string; readonly data: object }): string | undefined {
  const name = nameOfWork({ type, data });
  return name === undefined ? undefined : `${stream.slice('promise-'.length)} ${name}`;
}

/** As the naive reading names it, which an event says to be done; undefined for what is no dated work. */
export function nameOfWork({ type, data }: { readonly type: string; readonly data: object }): string | undefined {
  const { promise, due, workingDays, to, by } = data as { promise: string; due: string; workingDays: number; to: string; by: string };
  const what = {
    PromiseMissed: `${due} missed`,
    PromiseReminded: `${due} reminded ${workingDays}`,
    PromiseEscalated: `${due} escalated ${to}`,
    PromiseUndelivered: `undelivered ${by}`,
  }[type];
  return what === undefined ? undefined : `${promise} ${what}`;
}
