import fc from 'fast-check';
import Handlebars from 'handlebars';
import { escapeWritten } from './escape-written.js';

it('what somebody has typed is escaped as the templates escape a value', () => {
  const signs = fc.constantFrom('&', '<', '>', '"', "'", '`', '=', 'å', '€', '👩‍👧', '\n', '\u202e', 'a');
  const text = fc.oneof(fc.string({ unit: signs }), fc.string({ unit: 'binary' }));
  fc.assert(fc.property(text, (typed) => expect(escapeWritten(typed)).toBe(Handlebars.escapeExpression(typed))));
});
