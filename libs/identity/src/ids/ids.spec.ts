import { createHmac } from 'node:crypto';
import { canonicalJson } from '#event-log';
import { deriveUuid, uuidOf } from '#event-log';
import { commandIdOf, fingerprintOf } from './request-ids.js';

const mac = (purpose: string, value: string) => createHmac('sha256', 'a key for tests').update(`${purpose}\0${value}`).digest();
const uuidV8 = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('a derived id', () => {
  it('is a UUID of version 8', () => {
    for (let index = 0; index < 1000; index++) expect(deriveUuid('case', String(index))).toMatch(uuidV8);
    expect(() => uuidOf(Buffer.alloc(15))).toThrow(RangeError);
  });

  it('keeps its parts apart', () => {
    expect(deriveUuid('ab', 'c')).not.toBe(deriveUuid('a', 'bc'));
    expect(deriveUuid('a', 'b')).toBe(deriveUuid('a', 'b'));
  });
});

describe('canonical JSON', () => {
  it('does not depend on the order of keys, and depends on everything else', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'å"' }], a: true, z: undefined })).toBe('{"a":true,"b":[1,{"c":"å\\"","d":null}]}');
    expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
    expect(canonicalJson([undefined])).toBe('[null]');
  });

  it.each([NaN, Infinity, 1n, Symbol('s'), () => 1, undefined])('refuses %p', (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });
});

describe('a request', () => {
  const key = { caller: 'anonymous', route: 'POST /api/v1/submissions', idempotencyKey: 'k' };

  it('has the same command id when it is repeated, and another when caller, route or key differ', () => {
    const ids = [key, { ...key, caller: 'p' }, { ...key, route: 'POST /x' }, { ...key, idempotencyKey: 'l' }].map((one) =>
      commandIdOf(one, mac),
    );
    expect(new Set(ids).size).toBe(4);
    expect(commandIdOf({ ...key }, mac)).toBe(ids[0]);
    expect(ids[0]).toMatch(uuidV8);
  });

  it('has a fingerprint of its body that does not depend on the order of members', () => {
    expect(fingerprintOf({ a: 1, b: 2 }, mac)).toBe(fingerprintOf({ b: 2, a: 1 }, mac));
    expect(fingerprintOf({ a: 1, b: 2 }, mac)).not.toBe(fingerprintOf({ a: 1, b: 3 }, mac));
  });
});
