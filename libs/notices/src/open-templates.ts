import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { languages, type Language } from '#cases';
import { withLineBreaks } from './line-breaks.js';
import { noticeKinds, type NoticeKind } from './notice-kinds.js';
import { writtenDate } from './written-date.js';

const formats = ['txt', 'html'] as const;
type Format = (typeof formats)[number];

/** Fills in a template. Throws if it names a value that is not there. */
export type Template = (values: object) => string;

/** Every notice to a submitter in every language, and the digest in both at once, as plain text and as HTML. */
export type Templates = Readonly<Record<NoticeKind, Readonly<Record<Language, InBothFormats>>>> & { readonly digest: InBothFormats };

type InBothFormats = Readonly<Record<Format, Template>>;

/**
 * Reads `<kind>.<language>.<format>.hbs` and `digest.<format>.hbs`, and from the folder `partials` what several share. Each is compiled when it is first
 * filled in, because all of them together are half of a start; a test fills in every one.
 * @throws Error if one is missing
 */
export function openTemplates(folder: string): Templates {
  const workshops = table(languages, (language) => table(formats, (format) => workshop(folder, language, format)));
  const toSubmitters = table(noticeKinds, (kind) =>
    table(languages, (language) =>
      table(formats, (format) => compile(workshops[language][format], join(folder, `${kind}.${language}.${format}.hbs`), format)),
    ),
  );
  const digest = table(formats, (format) => compile(workshop(folder, 'staff', format), join(folder, `digest.${format}.hbs`), format));
  return { ...toSubmitters, digest };
}

const table = <Name extends string, T>(names: readonly Name[], make: (name: Name) => T): Readonly<Record<Name, T>> =>
  Object.fromEntries(names.map((name) => [name, make(name)])) as Record<Name, T>;

/** A Handlebars of its own for each language and format, and for the staff, so that `footer` means the right footer. */
function workshop(folder: string, reader: Language | 'staff', format: Format): typeof Handlebars {
  const handlebars = Handlebars.create();
  if (reader !== 'staff') handlebars.registerHelper('date', (day: string) => writtenDate(day, reader));
  for (const file of readdirSync(join(folder, 'partials'))) {
    const [name, ...rest] = file.split('.');
    const fits = [`${reader}.${format}.hbs`, `${format}.hbs`].includes(rest.join('.'));
    if (name && fits) handlebars.registerPartial(name, compile(handlebars, join(folder, 'partials', file), format));
  }
  return handlebars;
}

function compile(handlebars: typeof Handlebars, file: string, format: Format): Handlebars.TemplateDelegate {
  const source = readFileSync(file, 'utf8');
  const options = { strict: true, noEscape: format === 'txt', knownHelpers: { date: true }, knownHelpersOnly: true, preventIndent: true };
  const template = handlebars.compile(source, options);
  return format === 'html' ? (values, more) => template(withLineBreaks(values), more) : template;
}
