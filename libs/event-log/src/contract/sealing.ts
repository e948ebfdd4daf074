import { openJson } from '../open-json.js';
import { type Sealed } from '#keys';
import { all, context, newStream, note, type Opened, type Setting } from './setting.js';

export function sealing(opened: () => Opened, { keys }: Setting): void {
  const dataOf = async (stream: string): Promise<unknown> => (await all(opened().log.read(stream)))[0]?.data;

  describe('personal fields', () => {
    test('are stored sealed and open again', async () => {
      const stream = newStream();
      await opened().log.append(stream, 'no-stream', [note('Bussen kom inte')], context());
      const [stored] = await all(opened().store.read(stream));
      expect(stored?.data).not.toContain('Bussen');
      const { text } = (await dataOf(stream)) as { text: Sealed };
      expect(keys.open(text)).toBe('Bussen kom inte');
    });

    test('may be nested, lists, null or absent', async () => {
      const stream = newStream();
      const data = { contact: { name: 'Anna', email: null }, words: ['buss', 'sen'], day: '2026-11-26' };
      await opened().log.append(
        stream,
        'no-stream',
        [
          { type: 'ContactGiven', data },
          { type: 'ContactGiven', data: {} },
        ],
        context(),
      );
      const read = (await dataOf(stream)) as { contact: { name: Sealed; email: null }; words: Sealed; day: string };
      expect(keys.open(read.contact.name)).toBe('Anna');
      expect(read.contact.email).toBeNull();
      expect(openJson(keys, read.words)).toEqual(['buss', 'sen']);
      expect(read.day).toBe('2026-11-26');
      expect(data.contact.name).toBe('Anna');
    });

    test.each(['', 'å', 'Ä'.repeat(5000), 'emoji 🚌 and \u0000 and \u2028', '"quoted\\"'])('come back as they were: %j', async (text) => {
      const stream = newStream();
      await opened().log.append(stream, 'no-stream', [note(text)], context());
      expect(keys.open(((await dataOf(stream)) as { text: Sealed }).text)).toBe(text);
    });

    test('of one party share a key, of another have another', async () => {
      const stream = newStream();
      const correlationId = 'case-of-two';
      const data = { contact: { name: 'Anna', email: 'anna@example.se' }, words: ['buss'] };
      await opened().log.append(stream, 'no-stream', [{ type: 'ContactGiven', data }], context({ correlationId }));
      const read = (await dataOf(stream)) as { contact: { name: Sealed; email: Sealed }; words: Sealed };
      const key = ({ sealed }: Sealed): string | undefined => sealed.split('.')[1];
      expect(key(read.contact.name)).toBe(key(read.contact.email));
      expect(key(read.contact.name)).not.toBe(key(read.words));
    });

    test('do not open when they were moved to another event', async () => {
      const [from, to] = [newStream(), newStream()];
      await opened().log.append(from, 'no-stream', [note('Mitt namn')], context());
      const [stored] = await all(opened().store.read(from));
      if (!stored) throw new Error('nothing was stored');
      await opened().store.append(to, 'no-stream', [stored]);
      const moved = (await dataOf(to)) as { text: Sealed };
      expect(() => keys.open(moved.text)).toThrow('was changed or moved');
    });
  });

  describe('bytes', () => {
    test.each([{ by: 1, why: 'å 🚌 \u2028' }, { why: '\\ud800 is only text' }, { by: -0 }, { by: 1e21 }])(
      'stand as they are written: %j',
      async (data) => {
        const stream = newStream();
        await opened().log.append(stream, 'no-stream', [{ type: 'CounterMoved', data }], context());
        const [stored] = await all(opened().store.read(stream));
        expect(stored?.data).toBe(JSON.stringify(data));
        for (const bytes of [stored?.data, stored?.metadata]) expect(JSON.stringify(JSON.parse(bytes ?? ''))).toBe(bytes);
      },
    );

    test('of metadata are texts only, correlation and causation first', async () => {
      const stream = newStream();
      await opened().log.append(stream, 'no-stream', [note('x')], context({ causationId: 'cause' }));
      const [stored] = await all(opened().store.read(stream));
      const metadata = JSON.parse(stored?.metadata ?? '') as Record<string, unknown>;
      expect(Object.keys(metadata).slice(0, 2)).toEqual(['$correlationId', '$causationId']);
      expect(Object.values(metadata).every((value) => typeof value === 'string')).toBe(true);
    });
  });
}
