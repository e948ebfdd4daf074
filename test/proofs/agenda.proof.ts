import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import type { Recorded } from '#event-log';
import { deliveryFacts, promiseFacts, toldIn, type Told } from '#ledger';
import { noticeIdOf } from '#notices';
import { calendarOf } from '#organisation';
import { agendaOf, evolveLedger, observationOf, type Ledger } from '#promises';
import { Chance } from '#test/chance';
import { nameOfWork } from '#test/dated-account';
import { aStory, type Happened, type Story } from '#test/dated-story';
import { dayOfWork, inStockholm, plusDays } from '#test/naive-days';
import { naiveWork } from '#test/naive-work';
import { wholeOrganisation } from '#test/whole-organisation';

const cases = Number(process.env['CASES'] ?? 20_000);
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000_000);
const hour = 3_600_000;
const year = 365 * 24 * hour;
/** How wrong the clocks are that stamp events. */
const offsets = [0, hour, -hour, 0.3 * hour];

jest.setTimeout(1_200_000);

it(`what promises ask for, on every day of ${cases} cases, is what a reading of the whole record asks for (seed ${seed})`, async () => {
  const org = await wholeOrganisation();
  const around = { plan: { reminders: [3, 1], escalations: [1, 3, 5] }, calendar: calendarOf(org) };
  const chance = new Chance(seed);
  const differences: object[] = [];
  let days = 0;
  for (let number = 0; number < cases; number++) {
    for (const { ledger, past, from, to } of chaptersOf(chance)) {
      for (let day = from; day <= to; day = plusDays(day, 1)) {
        const asked = new Map(agendaOf(ledger, around, day).due.map((work) => [nameOfWork(observationOf(work)), work.on]));
        const wanted = naiveWork(past, day);
        if (!isSame(asked, wanted)) differences.push({ day, past: [...past], asked: [...asked], wanted: [...wanted] });
        days += 1;
      }
    }
  }
  expect(differences.slice(0, 3)).toEqual([]);
  expect(days).toBeGreaterThan(20 * cases);
});

const isSame = (one: ReadonlyMap<string | undefined, string>, other: ReadonlyMap<string, string>): boolean =>
  one.size === other.size && [...one].every(([name, on]) => name !== undefined && other.get(name) === on);

/** A case as it stands after something has happened, and the days until the next does. */
interface Chapter {
  readonly ledger: Ledger;
  readonly past: Story['past'];
  readonly from: string;
  readonly to: string;
}

function* chaptersOf(chance: Chance): Generator<Chapter> {
  const { story, first } = aStory(Date.parse('2020-01-01') + chance.next() * 9 * year, chance);
  const record = new Recording(chance);
  const agenda = [first];
  for (let next = agenda.shift(); next; next = agenda.shift()) {
    const happened = next.does(story);
    const { ids, on } = record.append(happened, next.at);
    story.past.push(...happened.noted(ids, on));
    agenda.push(...(happened.then?.(ids) ?? []));
    agenda.sort((a, b) => a.at - b.at);
    const from = dayOfWork(next.at - hour);
    yield { ledger: record.ledger, past: story.past, from, to: agenda[0] ? dayOfWork(agenda[0].at + hour) : plusDays(from, 45) };
  }
}

/** The log of one case and its notices, of which only the ledger is kept. */
class Recording {
  ledger: Ledger = [];
  private told: Told | undefined;
  private readonly stamps = new Map<string, string>();
  private readonly tellings = new Map<string, string>();

  constructor(private readonly chance: Chance) {}

  append({ stream, events }: Happened, at: number): { readonly ids: readonly string[]; readonly on: string } {
    const said = new Date(Math.floor(at + (this.chance.oneOf(offsets) ?? 0))).toISOString();
    const before = this.stamps.get(stream) ?? '';
    const recordedAt = said > before ? said : before;
    this.stamps.set(stream, recordedAt);
    const metadata = { recordedAt, correlationId: stream, schemaVersion: 1, actor: 'anna', commandId: stream };
    const ids = events.map((event) => {
      const recorded: Recorded = { ...event, id: randomUUID(), stream, revision: 0, position: 'sqlite:1', metadata };
      this.take(recorded);
      return recorded.id;
    });
    return { ids, on: inStockholm(Date.parse(recordedAt)).date };
  }

  private take(event: Recorded): void {
    if (event.type === 'CaseReceived') this.told = toldIn(event);
    for (const kind of ['acknowledgement', 'answer', 'delay'] as const) this.tellings.set(noticeIdOf(event.id, kind), event.id);
    const noticeId = event.stream.slice('notice-'.length);
    const telling = this.tellings.get(noticeId);
    const facts = telling !== undefined ? deliveryFacts(event, { noticeId, telling }) : this.told ? promiseFacts(event, this.told) : [];
    this.ledger = facts.reduce(evolveLedger, this.ledger);
  }
}
