import { randomUUID } from 'node:crypto';
import { addNote, isSecret, markSecrecy, Refusal, type ReceivedCase } from '#cases';
import { CaseCommands, CommandIdReused, StaleRevision, UnreadableCase, type CaseRequest } from '#commands';
import type { EventLog } from '#event-log';
import { aLog, type ALog } from '#test/a-log';
import { withBoard } from '#test/case-events';
import { losingOnce } from '#test/losing-once';

const at = '2026-11-26T09:00:00.000Z';
const note = { text: 'Ringde, inget svar.' };

describe('the loop around a decision', () => {
  let on: ALog;
  let caseId: string;
  let commands: CaseCommands;

  beforeAll(async () => void (on = await aLog()));
  afterAll(() => on.close());
  beforeEach(async () => {
    caseId = randomUUID();
    commands = new CaseCommands(on.log, () => Promise.resolve());
    await on.log.append(`case-${caseId}`, 'no-stream', withBoard(), {
      actor: 'submitter',
      commandId: 'received',
      correlationId: caseId,
      recordedAt: at,
    });
  });

  const asking = (more: Partial<CaseRequest> = {}): CaseRequest => ({
    caseId,
    commandId: randomUUID(),
    actor: 'p',
    at,
    permit: () => undefined,
    ...more,
  });
  const addingNote = (request: CaseRequest, cases = commands) => cases.execute(request, (state) => addNote(note, state));
  const types = async () => {
    const all: string[] = [];
    for await (const { type } of on.log.read(`case-${caseId}`)) all.push(type);
    return all;
  };

  it('appends what was decided', async () => {
    const outcome = await addingNote(asking());
    expect(outcome).toMatchObject({ caseId, repeated: false, state: { status: 'with-board' } });
    expect((await types()).at(outcome.revision)).toBe('NoteAdded');
  });

  it('gives a repetition the same outcome and appends nothing', async () => {
    const request = asking();
    const first = await addingNote(request);
    const second = await addingNote(request);
    expect(second).toMatchObject({ revision: first.revision, repeated: true });
    expect((await types()).filter((type) => type === 'NoteAdded')).toHaveLength(1);
  });

  it('refuses a command id that stands for another request', async () => {
    await addingNote(asking({ commandId: 'k', fingerprint: 'one' }));
    await expect(addingNote(asking({ commandId: 'k', fingerprint: 'another' }))).rejects.toBeInstanceOf(CommandIdReused);
  });

  it('refuses a revision that is no longer the newest, and does not try again', async () => {
    const seen = (await types()).length - 1;
    await addingNote(asking({ expected: seen }));
    await expect(addingNote(asking({ expected: seen }))).rejects.toBeInstanceOf(StaleRevision);
  });

  it('decides a lost race again where the caller named no revision', async () => {
    const rival = new CaseCommands(
      losingOnce(on.log, () => addingNote(asking())),
      () => Promise.resolve(),
    );
    await addingNote(asking(), rival);
    expect((await types()).filter((type) => type === 'NoteAdded')).toHaveLength(2);
  });

  it('asks whether it is permitted before it decides', async () => {
    const forbidding = asking({
      permit: () => {
        throw new Error('forbidden');
      },
    });
    await expect(addingNote(forbidding)).rejects.toThrow('forbidden');
    expect(await types()).not.toContain('NoteAdded');
  });

  it('asks the same of a case that is not there, whatever revision the caller names', async () => {
    const asked: unknown[] = [];
    const permit = (state: unknown) => {
      asked.push(state);
      throw new Error('hidden');
    };
    for (const expected of [undefined, 0, 7])
      await expect(addingNote(asking({ caseId: randomUUID(), permit, ...(expected !== undefined && { expected }) }))).rejects.toThrow(
        'hidden',
      );
    expect(asked).toEqual([undefined, undefined, undefined]);
  });

  describe('asks of a repetition whether it is permitted still', () => {
    const onlyOpen = (state: ReceivedCase | undefined): void => {
      if (state && isSecret(state.known)) throw new Error('hidden');
    };
    const marking = (request: CaseRequest) => commands.execute(request, (state) => markSecrecy({ provision: '26 kap. 1 § OSL' }, state));

    it('and refuses it before it says whether it was the same request', async () => {
      const request = asking({ fingerprint: 'one' });
      await addingNote(request);
      const permit = () => {
        throw new Error('forbidden');
      };
      for (const fingerprint of ['one', 'another'])
        await expect(addingNote({ ...request, fingerprint, permit })).rejects.toThrow('forbidden');
    });

    it('of the case as it is, once somebody else has changed it', async () => {
      const request = asking({ permit: onlyOpen });
      await addingNote(request);
      await marking(asking());
      await expect(addingNote(request)).rejects.toThrow('hidden');
    });

    it('of the case as it was, where the command itself has taken it from the caller', async () => {
      const request = asking({ permit: onlyOpen });
      await marking(request);
      await addingNote(asking({ actor: 'system' }));
      expect(await marking(request)).toMatchObject({ repeated: true });
    });
  });

  it('hands on what the domain refuses', async () => {
    await expect(addingNote(asking({ caseId: randomUUID() }))).rejects.toEqual(new Refusal('case-not-found'));
  });

  it('never records a time before that of the event before', async () => {
    await addingNote(asking({ at: '2026-11-25T09:00:00.000Z' }));
    const times: string[] = [];
    for await (const { metadata } of on.log.read(`case-${caseId}`)) times.push(metadata.recordedAt);
    expect(times).toEqual([...times].sort());
  });

  it('decides nothing on a case that it can read only in part', async () => {
    const reading: EventLog = {
      ...on.log,
      read: async function* (stream) {
        for await (const event of on.log.read(stream)) yield { ...event, unreadable: 'unknown type' };
      },
    };
    await expect(addingNote(asking(), new CaseCommands(reading, () => Promise.resolve()))).rejects.toBeInstanceOf(UnreadableCase);
  });
});
