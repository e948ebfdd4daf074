import type { Check } from '../check.js';

/** The program knows every event that it wrote. */
export const readableCheck: Check = { kind: 'readable', meet: ({ event }) => event.unreadable };
