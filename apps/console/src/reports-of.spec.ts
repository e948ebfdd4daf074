import { aLog } from '#test/a-log';
import { caseReceived, noteAdded } from '#test/case-events';
import { withPromisesUntil } from './reports-of.js';
import { CannotDo } from './verb.js';

const about = { actor: 'anna', commandId: 'c', correlationId: 'c', recordedAt: '2026-11-26T09:00:00.000Z' };

describe('the promises up to an event', () => {
  it('are not told where an event before it cannot be counted, and it is named', async () => {
    const on = await aLog();
    const [caseId, never] = ['0e7bb1a4-52c6-8a9f-b3f4-6d1c0f2e9a11', '0e7bb1a4-52c6-8a9f-b3f4-6d1c0f2e9a12'];
    const received = await on.log.append(`case-${caseId}`, 'no-stream', [caseReceived({ caseId })], about);
    await on.log.append(`case-${never}`, 'no-stream', [noteAdded()], { ...about, correlationId: never });
    const later = await on.log.append(`case-${caseId}`, received.revision, [noteAdded()], { ...about, commandId: 'd' });
    const [first = '', last = ''] = await Promise.all([received, later].map(async ({ position }) => (await on.log.at(position))?.id));
    const cases = (lastEvent: string) =>
      withPromisesUntil(on.log, lastEvent, (db) => db.prepare('SELECT count(*) AS n FROM known_cases').pluck().get());
    expect(await cases(first)).toBe(1);
    await expect(cases(last)).rejects.toThrow(CannotDo);
    await expect(cases(last)).rejects.toThrow(`case-${never}@0 (NoteAdded)`);
    await on.close();
  });
});
