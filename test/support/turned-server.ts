import { readFileSync } from 'node:fs';

/** The server under a turned clock: when it starts it is the instant that stands in the file `CLOCK_FILE`, and time goes by as always. */
const real = Date;
const ahead = real.parse(readFileSync(process.env['CLOCK_FILE'] ?? '', 'utf8')) - real.now();
const turned = (): number => real.now() + ahead;

globalThis.Date = new Proxy(real, {
  construct: (target, given: unknown[], made) => Reflect.construct(target, given.length === 0 ? [turned()] : given, made) as Date,
  get: (target, name) => (name === 'now' ? turned : (Reflect.get(target, name) as unknown)),
});

await import('../../apps/server/src/main.js');
