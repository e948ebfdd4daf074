import { Transform } from 'class-transformer';
import { lengthOf, showsSomething, tidy } from './tidy.js';
import { registerDecorator } from './rules.js';

interface PlainText {
  /** In characters as people count them (code points), once it is tidy. */
  readonly max: number;
  /** Whether newlines are allowed. Default: yes. */
  readonly lines?: boolean;
}

/**
 * A text by a person, by whatever door: tidied before it is looked at, and then something that can be seen, and not too long. What is wrong
 * with it has a name of its own each time, because people mend a long text and an empty one in different ways.
 */
export function IsPlainText({ max, lines = true }: PlainText): PropertyDecorator {
  const rules: Readonly<Record<string, (text: unknown) => boolean>> = {
    isPlainText: (text) => typeof text === 'string' && !/\p{Cs}/u.test(text) && (lines || !text.includes('\n')),
    isVisible: (text) => typeof text !== 'string' || showsSomething(text),
    [tooLong]: (text) => typeof text !== 'string' || lengthOf(text) <= max,
  };
  return (target, property) => {
    Transform(({ value }: { readonly value: unknown }) => (typeof value === 'string' ? tidyUpTo(max, value, lines) : value))(
      target,
      property,
    );
    for (const [name, validate] of Object.entries(rules)) {
      const defaultMessage = (about?: { readonly value: unknown }): string => `${lengthOf(String(about?.value))}/${max}`;
      registerDecorator({ name, target: target.constructor, propertyName: String(property), validator: { validate, defaultMessage } });
    }
  };
}

/** The code of a text that is longer than it may be. Its message says how long it is, and how long it may be. */
export const tooLong = 'tooLong';

/** What is far too long is refused whatever it holds. */
const tidyUpTo = (max: number, text: string, lines: boolean): string => (text.length > 4 * max ? text : tidy(text, lines));
