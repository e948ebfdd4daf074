import { openDeep, SealBroken, type Sealed } from '#keys';

/** Opens everything but what was sealed as `broken`. */
const keys = {
  open: (value: Sealed | string) => {
    if (typeof value === 'string') return value;
    if (value.sealed === 'broken') throw new SealBroken(value.place);
    return `what ${value.sealed} says`;
  },
};
const sealed = (text: string) => ({ sealed: text, place: 'a place' }) as Sealed;
const instead = { destroyed: '[gone]', broken: '[broken]' };

describe('what is opened for people to read', () => {
  it('is opened at whatever depth, and shows what does not open as that, beside all that does', () => {
    const alarms: string[] = [];
    const opened = openDeep(keys, { a: sealed('a'), list: [sealed('broken'), { b: sealed('b') }], date: '2026-11-26' }, instead, (error) =>
      alarms.push(error.message),
    );
    expect(opened).toEqual({ a: 'what a says', list: ['[broken]', { b: 'what b says' }], date: '2026-11-26' });
    expect(alarms).toEqual(['what stands at a place was changed or moved since it was sealed']);
  });

  it('does not hide that the key store itself can not be read', () => {
    const lost = { open: () => { throw new Error('disk I/O error'); } }; // prettier-ignore
    expect(() => openDeep(lost, sealed('a'), instead, () => undefined)).toThrow('disk I/O error');
  });
});
