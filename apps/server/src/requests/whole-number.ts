import { Transform } from 'class-transformer';

/** Of what an address says, the digits that make up a number; everything else stays text, and so is none (`0x10`, `1e3`, nothing at all). */
export const WholeNumber = (): PropertyDecorator =>
  Transform(({ value }: { readonly value: unknown }) => (typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value));
