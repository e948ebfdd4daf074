import { type Mac } from '../ids/mac.js';
import { checkCharacter, checks } from './check-character.js';
import { encode, inGroups, read, spell } from './crockford.js';

declare const receiptCodeBrand: unique symbol;

/** 24 characters without separators: what a submitter shows to follow a case. Secret: never stored, logged, mailed or put in a URL. */
export type ReceiptCode = string & { readonly [receiptCodeBrand]: true };

/** 23 characters carry 115 bits: more than 112, so a plain keyed hash may stand for it (ASVS 5.0, 6.5.2). */
const secretCharacters = 23;
const longestInput = 100;

/**
 * The code that belongs to the command that opened a case or replaced its code. Derived, so that a retry after a lost
 * answer shows the same code again although it is stored nowhere.
 */
export function receiptCode(commandId: string, mac: Mac): ReceiptCode {
  const values = encode(mac('receipt-code', commandId), secretCharacters);
  return spell([...values, checkCharacter(values)]) as ReceiptCode;
}

/** Six groups of four, as in `7K3F 92QM …`. */
export function showReceiptCode(code: ReceiptCode): string {
  return inGroups(code, ' ');
}

/**
 * What a person typed, as a code. `mistyped` says only that no such code can exist; it is found before anything is
 * looked up, so it tells nothing about any case.
 */
export function parseReceiptCode(input: string): ReceiptCode | 'mistyped' {
  if (input.length > longestInput) return 'mistyped';
  const values = read(input);
  if (values?.length !== secretCharacters + 1 || !checks(values)) return 'mistyped';
  return spell(values) as ReceiptCode;
}

/** What the log and the views hold instead of the code: 64 hex digits, useless without the server's key. */
export function receiptCodeHash(code: ReceiptCode, mac: Mac): string {
  return mac('receipt-code-hash', code).toString('hex');
}
