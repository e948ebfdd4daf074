import { composed } from '#organisation';
import { registerDecorator } from './rules.js';

/** Controls but tab and newlines, noncharacters, and halves of surrogate pairs: no text needs them and no page should show them. */
const forbidden = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|\p{Cs}/u;

/** White space and characters that show nothing: a text of these alone is empty. */
const invisible = /[\s\p{Cf}\p{Cc}\u115f\u1160\u2800\u3164]/gu;

interface PlainText {
  /** In characters as people count them (code points), after normalisation. */
  readonly max: number;
  /** Whether newlines are allowed. Default: yes. */
  readonly lines?: boolean;
}

/** A text by a person: something visible, no control characters, not too long. */
export function IsPlainText({ max, lines = true }: PlainText): PropertyDecorator {
  return (target, property) => {
    registerDecorator({
      name: 'isPlainText',
      target: target.constructor,
      propertyName: String(property),
      validator: { validate: (value: unknown) => typeof value === 'string' && isPlainText(value, { max, lines }) },
    });
  };
}

export function isPlainText(value: string, { max, lines = true }: PlainText): boolean {
  if (value.length > 2 * max || forbidden.test(value) || (!lines && /[\r\n]/.test(value))) return false;
  return value.replace(invisible, '') !== '' && Array.from(value).length <= max;
}

/** As it is stored: composed characters, one kind of newline, no space around it. */
export const tidy = (text: string): string => composed(text).replace(/\r\n?/g, '\n').trim();
