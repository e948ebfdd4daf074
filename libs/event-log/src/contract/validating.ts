import { InvalidEvent } from '../errors.js';
import { type Context, type NewEvent } from '../event-log.js';
import { all, context, moved, newStream, note, type Opened } from './setting.js';

export function validating(opened: () => Opened): void {
  describe('an append is refused, and nothing written, when', () => {
    const invalid: readonly (readonly [string, NewEvent])[] = [
      ['the type is unknown', { type: 'NoSuchThing', data: {} }],
      ['a field is unknown', { type: 'CounterMoved', data: { by: 1, extra: true } }],
      ['a field has the wrong type', { type: 'CounterMoved', data: { by: 'one' } }],
      ['a format is wrong', { type: 'ContactGiven', data: { day: '2026-02-30' } }],
      ['a personal field has the wrong type', { type: 'NoteWritten', data: { text: 7 } }],
      ['a personal field is sealed already', { type: 'NoteWritten', data: { text: { sealed: 'v1.a.b', place: 'there' } } }],
      ['a text holds half a character', { type: 'CounterMoved', data: { why: 'half \ud83d' } }],
      ['a sealed text holds half a character', note('half \ud83d')],
      ['a sealed list holds half a character', { type: 'ContactGiven', data: { words: ['half \ude8c'] } }],
      ['the events are too large', { type: 'CounterMoved', data: { why: 'x'.repeat(1024 * 1024) } }],
    ];
    test.each(invalid)('%s', async (_, event) => {
      const stream = newStream();
      await expect(opened().log.append(stream, 'no-stream', [moved(), event], context())).rejects.toThrow(InvalidEvent);
      expect(await all(opened().log.read(stream))).toEqual([]);
    });

    const contexts: readonly (readonly [string, Partial<Context>])[] = [
      ['nobody acts', { actor: '' }],
      ['there is no command', { commandId: '' }],
      ['it belongs to nothing', { correlationId: '' }],
      ['the time has a zone', { recordedAt: '2026-11-26T09:00:00+01:00' }],
      ['a name holds half a character', { actor: '\ud83d' }],
    ];
    test.each(contexts)('%s', async (_, more) => {
      await expect(opened().log.append(newStream(), 'no-stream', [moved()], context(more))).rejects.toThrow(InvalidEvent);
    });

    test.each(['', 'case', 'Case-1', '$case-1', 'case-', 'case-å', `case-${'x'.repeat(300)}`])(
      'the stream is called %j',
      async (stream) => {
        await expect(opened().log.append(stream, 'no-stream', [moved()], context())).rejects.toThrow(InvalidEvent);
      },
    );
  });

  test('what is refused is explained without its values', async () => {
    const secret = { type: 'NoteWritten', data: { text: 'Anna', number: 'hemligt' } };
    const refusal: unknown = await opened()
      .log.append(newStream(), 'no-stream', [secret], context())
      .catch((error: unknown) => error);
    expect(String(refusal)).toContain('/number');
    expect(String(refusal)).not.toMatch(/Anna|hemligt/);
  });

  test('an append just below the size limit is taken', async () => {
    const stream = newStream();
    const why = 'x'.repeat(1_000_000);
    await opened().log.append(stream, 'no-stream', [{ type: 'CounterMoved', data: { why } }], context());
    expect((await all(opened().log.read(stream)))[0]?.data).toEqual({ why });
  });
}
