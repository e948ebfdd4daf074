import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { EventLog } from '#event-log';
import type { Organisation } from '#organisation';
import type { ALog } from './a-log.js';
import { aWorker, type AWorker } from './a-worker.js';
import { Account } from './dated-account.js';
import { Chance } from './chance.js';
import { stopsFor, type Course, type Stop } from './dated-stops.js';
import { aStory, type Happened, type Happening, type Story } from './dated-story.js';
import { dayOfWork, inStockholm } from './naive-days.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const stepAtMost = 90 * minute;
/** No clock is wrong by more than this, unless it has gone astray: two that are, each the other way, are two hours apart. */
const wrongAtMost = 60 * minute;

export interface Simulated extends Course {
  readonly org: Organisation;
  readonly cases: number;
  /** Does the work in the place of a worker: what a build that is wrong does. */
  readonly instead?: (worker: AWorker, now: () => string) => Promise<void>;
  /** The log as workers that are wrong see it. */
  readonly seenAs?: (log: EventLog) => EventLog;
}

/** What came of it. All but the first four should be 0. */
export interface Judged {
  /** The first that was not as it should be, with all that is known of its case. */
  readonly remarks: readonly object[];
  readonly events: number;
  readonly expected: number;
  /** How often a worker was asked to work. */
  readonly turns: number;
  readonly missed: number;
  readonly doubled: number;
  /** Done though nobody had asked for it, or with another day than its own. */
  readonly wrong: number;
  /** Done in another turn than the first in which it was to be done. */
  readonly late: number;
  /** Turns in which a clock was wrong by hours and nothing was stopped, or something was done. */
  readonly unguarded: number;
  /** Turns with a right clock, once a person had confirmed it, in which dated work was stopped. */
  readonly stopped: number;
}

interface Machine {
  readonly name: string;
  worker: AWorker | undefined;
  offset: number;
  /** Wrong by hours. */
  astray: boolean;
  asleepUntil: number;
}

/** What is to happen to a case, by a chance of its own: cases are told side by side, and a seed is to give the same ones again. */
interface Told {
  readonly story: Story;
  readonly chance: Chance;
  readonly next: Happening[];
}

/** Plays years of cases on one real log with two workers, and judges what they did by an account of its own. */
export const simulate = (on: ALog, plan: Simulated): Promise<Judged> => new Simulation(on, plan).run();

class Simulation {
  private time = 0;
  private confirmations = 0;
  private readonly machines = ['visby', 'roma'].map((name): Machine => ({
    name,
    worker: undefined,
    offset: 0,
    astray: false,
    asleepUntil: 0,
  }));
  private readonly agenda = new Map<string, Told>();
  private readonly heads = new Map<string, { readonly revision: number; readonly at: string }>();
  private readonly account = new Account();
  private readonly figures = { turns: 0, unguarded: 0, stopped: 0 };

  constructor(
    private readonly on: ALog,
    private readonly plan: Simulated,
  ) {}

  async run(): Promise<Judged> {
    const { from, days, cases, chance } = this.plan;
    const births = Array.from({ length: cases }, () => Date.parse(from) + chance.next() * (days - 50) * day).sort((a, b) => a - b);
    for (const stop of stopsFor(this.plan)) {
      this.time = stop.at;
      for (; (births[0] ?? Infinity) <= this.time; births.shift()) this.isBorn(births[0] ?? 0);
      await Promise.all([...this.agenda.values()].map((told) => this.tell(told)));
      await this.stop(stop);
    }
    for (const { worker } of this.machines) worker?.close();
    return { ...(await this.account.judge(this.on.log)), ...this.figures };
  }

  private isBorn(at: number): void {
    const chance = new Chance(this.plan.chance.next() * 2 ** 32);
    const { story, first } = aStory(at, chance);
    this.agenda.set(story.caseId, { story, chance, next: [first] });
  }

  /** Everything that happens to a case until now, one after the other as it would be recorded. */
  private async tell({ story, chance, next: agenda }: Told): Promise<void> {
    if (!this.isDue(agenda)) return;
    for (let next = agenda.shift(); next; next = this.isDue(agenda) ? agenda.shift() : undefined) {
      const happened = next.does(story);
      const { ids, recordedAt } = await this.append(happened, story.caseId, this.shown(next.at, chance));
      story.past.push(...happened.noted(ids, inStockholm(Date.parse(recordedAt)).date));
      agenda.push(...(happened.then?.(ids) ?? []));
      agenda.sort((a, b) => a.at - b.at);
    }
    if (agenda.length === 0) this.agenda.delete(story.caseId);
    this.account.changed(story);
  }

  private isDue([next]: readonly Happening[]): boolean {
    return next !== undefined && next.at <= this.time;
  }

  /** By somebody at one of the machines, with the time that it shows. */
  private async append({ stream, events }: Happened, caseId: string, said: string) {
    const { log } = this.on;
    const head = this.heads.get(stream);
    const recordedAt = head && head.at > said ? head.at : said;
    const context = { actor: 'anna', commandId: randomUUID(), correlationId: caseId, recordedAt };
    const { revision } = await log.append(stream, head?.revision ?? 'no-stream', events, context);
    this.heads.set(stream, { revision, at: recordedAt });
    const ids: string[] = [];
    for await (const { id } of log.read(stream, { from: (head?.revision ?? -1) + 1 })) ids.push(id);
    return { ids, recordedAt };
  }

  /** What one of the clocks shows that have not gone astray. */
  private shown(at: number, chance: Chance): string {
    const by = chance.oneOf(this.machines.filter(({ astray }) => !astray));
    return new Date(Math.floor(at + (by?.offset ?? 0))).toISOString();
  }

  private async stop({ what }: Stop): Promise<void> {
    const { chance } = this.plan;
    const [one, other] = chance.next() < 0.5 ? [this.machines[0]!, this.machines[1]!] : [this.machines[1]!, this.machines[0]!];
    switch (what) {
      case 'step':
        this.step(one);
        return this.turn(one);
      case 'sleep':
        for (const machine of chance.next() < 0.5 ? [one, other] : [one]) this.lieDown(machine);
        return;
      case 'jump':
        await this.jump(one);
        return this.turn(one);
      case 'confirm':
        this.confirm();
        return;
      case 'both':
        return this.turnOfBoth(one, other);
      case 'turn':
        return this.turn(one);
    }
  }

  private async turnOfBoth(one: Machine, other: Machine): Promise<void> {
    if (!one.astray && !other.astray && this.plan.chance.next() < 0.5) return this.turn(one, other);
    await this.turn(one);
    await this.turn(other);
  }

  private step(machine: Machine): void {
    if (machine.astray) return;
    const offset = machine.offset + this.plan.chance.between(-stepAtMost, stepAtMost);
    machine.offset = Math.min(wrongAtMost, Math.max(-wrongAtMost, offset));
  }

  /** What it keeps is gone when it wakes, now and then: to read years of log again takes long. */
  private lieDown(machine: Machine): void {
    const { chance } = this.plan;
    machine.worker?.close();
    machine.worker = undefined;
    machine.asleepUntil = this.time + chance.between(0.2, 9) * day;
    const file = join(this.on.folder, `due-work-${machine.name}.db`);
    if (chance.next() < 0.07) for (const more of ['', '-wal', '-shm']) rmSync(file + more, { force: true });
  }

  private async jump(machine: Machine): Promise<void> {
    if (machine.astray || machine.asleepUntil > this.time) return;
    await this.turn(machine); // who was never awake has seen no jump
    const { chance } = this.plan;
    const away = chance.between(4.2, chance.next() < 0.5 ? 12 : 5_000) * hour;
    machine.offset += chance.next() < 0.5 ? away : -away;
    machine.astray = true;
  }

  private confirm(): void {
    for (const machine of this.machines) {
      if (machine.astray) machine.offset = 0;
      machine.astray = false;
    }
    this.confirmations += 1;
  }

  /** Everybody who is named works at the same time. */
  private async turn(...named: readonly Machine[]): Promise<void> {
    const awake = named.filter(({ asleepUntil }) => asleepUntil <= this.time);
    this.figures.turns += 1;
    for (const { astray, offset } of awake) if (!astray) this.account.ask(dayOfWork(this.time + offset), this.figures.turns);
    await Promise.all(awake.map((machine) => this.work(machine)));
  }

  private async work(machine: Machine): Promise<void> {
    const { instead } = this.plan;
    const now = (): string => new Date(Math.floor(this.time + machine.offset)).toISOString();
    const worker = (machine.worker ??= this.open(machine, now));
    const { seen, own } = await workThrough(worker, () => (instead ? instead(worker, now) : worker.shift.work()));
    this.account.saw(seen, this.figures.turns);
    if (instead) return;
    const stopped = worker.shift.clockTrouble() !== undefined;
    if (machine.astray && (!stopped || own > 0)) this.figures.unguarded += 1;
    if (!machine.astray && stopped) this.figures.stopped += 1;
  }

  private open({ name }: Machine, now: () => string): AWorker {
    const { log, folder } = this.on;
    return aWorker({
      log: this.plan.seenAs?.(log) ?? log,
      folder,
      name,
      now,
      organisation: () => this.plan.org,
      monotonic: () => this.time,
      confirmations: () => this.confirmations,
    });
  }
}

/** Reads, works and reads until nothing is left to do; its own is what came after it began to work. */
async function workThrough(worker: AWorker, work: () => Promise<void>) {
  const seen = [...(await worker.follow())];
  const before = seen.length;
  for (let times = 0; times < 5; times++) {
    await work();
    const more = await worker.follow();
    seen.push(...more);
    if (more.length === 0) break;
  }
  return { seen, own: seen.length - before };
}
