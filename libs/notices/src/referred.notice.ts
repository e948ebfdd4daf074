import { isSecret } from '#cases';
import { on } from './tell.js';

/** Somebody else is responsible: who, how to reach them, and whether we passed it on. */
export const referred = on('ReferredToExternalBody', ({ body, forwarded }, state, desk) => {
  const named = isSecret(state.known) ? undefined : desk.externalBody(body);
  return { values: { body: named?.name ?? '', contact: named?.contact ?? '', forwarded } };
});
