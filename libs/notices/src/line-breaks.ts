import Handlebars from 'handlebars';

/**
 * What a template is given, with each text of several lines made into HTML that shows them: escaped, and broken where the writer broke
 * it. By `<br>`, because Outlook knows no style of white space.
 */
export function withLineBreaks(value: unknown): unknown {
  if (typeof value === 'string') return isOfSeveralLines.test(value) ? broken(value) : value;
  if (Array.isArray(value)) return value.map(withLineBreaks);
  if (typeof value !== 'object' || value === null || value instanceof Handlebars.SafeString) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withLineBreaks(inner)]));
}

const isOfSeveralLines = /[\r\n]/;

const broken = (text: string): Handlebars.SafeString =>
  new Handlebars.SafeString(Handlebars.escapeExpression(text).replace(/\r\n|[\r\n]/g, '<br>'));
