import { openRecords } from '#node';
import { readSettings } from '#settings';
import { aVisitor, type APage } from '#test/a-visitor';
import type { AnApi } from '#test/an-api';
import { anAuthority, aSynpunkt, type ListedCase } from '#test/an-authority';
import { dateFieldsOf, dateFieldsOfCaseForms, type DateField, type OpenApi } from '#test/date-fields';
import { hostileTo, neverKnown } from '#test/hostile-days';
import { everyRoute, openRoutes } from '#test/routes';

const authority = anAuthority();
const people = ['rut.registrator-tn', 'hanna.handlaggare-tn', 'christer.chef-tn', 'gunnar.granskare'];
let apis: readonly AnApi[];
let theCase: ListedCase;
let records: Awaited<ReturnType<typeof openRecords>>;

beforeAll(async () => {
  apis = await Promise.all(people.map((slug) => authority.as(slug)));
  theCase = await aLetter();
  const settings = readSettings({ DATA_DIR: authority.server.dataFolder, EVALUATION: 'yes' }, process.cwd());
  records = await openRecords(settings, { root: process.cwd(), fatal: (error) => expect(error).toBeUndefined() });
});
afterAll(() => records.close());

/** A letter of somebody unknown: nobody has been told that it came, so that everything can still be asked of it. */
async function aLetter(): Promise<ListedCase> {
  const [registrar] = apis;
  if (!registrar) throw new Error('nobody registers');
  const { body } = await registrar.post('/cases', { ...aSynpunkt, category: 'GATA.SNOROJNING', channel: 'letter' });
  return authority.caseOf(registrar, body);
}

/** The types of the events that somebody has caused by what they did meanwhile. */
async function recordedBy(doing: () => Promise<void>): Promise<readonly string[]> {
  const { log } = records;
  const before = await log.head();
  await doing();
  const types: string[] = [];
  for await (const event of log.follow(before === 'empty' ? 'start' : before, { signal: AbortSignal.timeout(60_000) })) {
    if (event === 'caught-up') break;
    if (event.metadata.actor !== 'system') types.push(event.type);
  }
  return types;
}

/** Asks as the first of the people who may. */
async function asWhoeverMay({ method, path, field }: DateField, value: unknown) {
  const [, , valid] = [...everyRoute, ...openRoutes].find(([verb, at]) => verb === method && at === path) ?? [];
  const asked = { ...valid, [field]: value };
  const at = path.replace(/:\w+/, theCase.caseId);
  const ask = (api: AnApi) =>
    method === 'GET' ? api.get(`${at}?${new URLSearchParams(asked as Record<string, string>).toString()}`) : api.post(at, asked);
  for (const api of apis) {
    const { status, body } = await ask(api);
    if (status !== 403) return { status, fields: (body.errors as { field: string }[] | undefined)?.map((one) => one.field) };
  }
  return { status: 403, fields: [] };
}

describe('every date of the API', () => {
  let fields: readonly DateField[];
  beforeAll(async () => {
    fields = dateFieldsOf((await authority.anyone.get('/openapi.json')).body as OpenApi);
    expect(fields.length).toBeGreaterThan(15);
  });

  it('is refused with its name where nobody can mean it, and nothing is recorded', async () => {
    for (const one of fields) {
      const asksOnly = one.method === 'GET' || one.path.startsWith('/reports/');
      const days = one.format === 'date-time' ? neverKnown : [...hostileTo(one.field, { asksOnly }), ''];
      const recorded = await recordedBy(async () => {
        for (const day of days) expect([one, day, await asWhoeverMay(one, day)]).toEqual([one, day, { status: 422, fields: [one.field] }]);
      });
      expect([one, recorded]).toEqual([one, []]);
    }
  });

  it('is asked for as text, so that a number, a list or an object is refused alike', async () => {
    for (const one of fields.filter(({ method }) => method === 'POST')) {
      for (const day of [20_260_101, ['2026-01-01'], { year: 2026 }, true])
        expect([one, day, await asWhoeverMay(one, day)]).toEqual([one, day, { status: 422, fields: [one.field] }]);
    }
  });
});

/** What else the forms with dates ask. */
const written: Readonly<Record<string, string>> = {
  ...{ kind: 'klagomal', text: 'Det är halt.', channel: 'phone', reason: 'Därför.', questions: 'Var?', description: 'Sand.', by: 'phone' },
};

interface DatedForm {
  readonly page: APage;
  readonly action: string;
  readonly dates: readonly string[];
  readonly beside: Readonly<Record<string, string>>;
}

function datedFormsOf(page: APage): readonly DatedForm[] {
  return [...page.html.matchAll(/<form[^>]* method="post" action="([^"]+)"[\s\S]*?<\/form>/g)].flatMap(([form, action = '']) => {
    const dates = [...form.matchAll(/name="(\w+)" type="date"/g)].map(([, field = '']) => field);
    const beside = Object.fromEntries(Object.entries(written).filter(([name]) => form.includes(` name="${name}"`)));
    return dates.length > 0 ? [{ page, action, dates, beside }] : [];
  });
}

/** Sends a form with a day that cannot be meant; gives what of it is marked, and what of it stands there again. */
async function sendBack({ page, action, beside }: DatedForm, field: string, day: string) {
  const typed = { ...beside, [field]: day };
  const again = await page.send(typed, action);
  const marked = [...again.html.matchAll(/name="(\w+)"[^>]* aria-invalid="true"/g)].map(([, name = '']) => name);
  const kept = Object.fromEntries(Object.keys(typed).map((name) => [name, again.value(name, action)]));
  return { status: again.status, marked, lost: Object.entries(typed).filter(([name, value]) => kept[name] !== value) };
}

describe('every date of a form', () => {
  const tried = new Set<string>();

  it.each(people.slice(0, 2))('comes back to %s marked, with all that was typed, and nothing is recorded', async (person) => {
    const visitor = aVisitor(authority.server);
    await (await visitor.open('/arbete')).send({ person });
    const pages = [await visitor.open('/arbete/registrera'), await visitor.open(`/arbete/arenden/${theCase.caseId}`)];
    for (const form of pages.flatMap(datedFormsOf)) {
      for (const field of form.dates) {
        tried.add(`${form.action.split('/').at(-1) ?? ''} ${field}`);
        const recorded = await recordedBy(async () => {
          for (const day of hostileTo(field, { asksOnly: false }))
            expect([form.action, day, await sendBack(form, field, day)]).toEqual([
              form.action,
              day,
              { status: 422, marked: [field], lost: [] },
            ]);
        });
        expect([form.action, recorded]).toEqual([form.action, []]);
      }
    }
  });

  it('was among those that were tried', () => {
    expect([...tried].sort()).toEqual(['registrera arrivedOn', ...dateFieldsOfCaseForms()].sort());
  });

  it('is told on the list of cases as well', async () => {
    const visitor = aVisitor(authority.server);
    await (await visitor.open('/arbete')).send({ person: 'rut.registrator-tn' });
    for (const day of hostileTo('dueBy', { asksOnly: true })) {
      const page = await visitor.open(`/arbete?${new URLSearchParams({ dueBy: day }).toString()}`);
      const marked = /name="dueBy"[^>]* aria-invalid="true"/.test(page.html);
      expect([day, page.status, marked, page.value('dueBy')]).toEqual([day, 422, true, day]);
    }
  });
});
