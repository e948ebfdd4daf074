import { registerDecorator } from './rules.js';

/** However people group the digits of a number: spaces, dashes of every width, dots, slashes, brackets, and what copying brings along. */
const separators = /[\s\p{Pd}\p{Cf}\u2212.·/\u2044\u2215()]/gu;

/** A plus sign at most, and as many digits as a number can have (ITU-T E.164: 15). */
export const isPhoneNumber = (text: string): boolean =>
  text.length <= 60 && /^\+?\d{5,15}$/.test(text.normalize('NFKC').replace(separators, ''));

export function IsPhoneNumber(): PropertyDecorator {
  const validate = (value: unknown): boolean => typeof value === 'string' && isPhoneNumber(value);
  return (target, property) => {
    registerDecorator({ name: 'isPhoneNumber', target: target.constructor, propertyName: String(property), validator: { validate } });
  };
}
