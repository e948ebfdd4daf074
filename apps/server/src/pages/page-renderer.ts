import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import Handlebars from 'handlebars';
import type { Language } from '#cases';
import type { Assets } from './assets.js';
import { escapeWritten } from './escape-written.js';
import { layoutTexts } from './layout.texts.js';
import { withVisibleTurns } from './visible-turns.js';
import { pageTexts, type Frame, type PageName, type Pages } from './pages.js';

/** A template that names a helper that does not exist is not compiled; one that names a value that is not there throws. */
export const templateOptions = { strict: true, knownHelpers: { written: true }, knownHelpersOnly: true, preventIndent: true };

/** Makes pages of templates. Each is compiled when it is first filled in, because all of them together are a quarter of a start. */
export class PageRenderer {
  private readonly handlebars = Handlebars.create();
  private readonly layout: Handlebars.TemplateDelegate;
  private readonly templates: ReadonlyMap<string, Handlebars.TemplateDelegate>;

  /**
   * @param folder pages as `<name>.hbs`, the frame around them as `layout.hbs`, and what several share in `partials`
   * @param assets what they refer to
   */
  constructor(
    folder: string,
    private readonly assets: Assets,
  ) {
    this.handlebars.registerHelper('written', (typed: string) => new Handlebars.SafeString(escapeWritten(typed)));
    for (const [name, source] of sourcesIn(join(folder, 'partials'))) this.handlebars.registerPartial(name, this.compile(source));
    const names = Object.keys(pageTexts);
    const sources = sourcesIn(folder);
    this.layout = this.compile(sources.get('layout') ?? missing('layout'));
    this.templates = new Map(names.map((name) => [name, this.compile(sources.get(name) ?? missing(name))]));
  }

  render<Name extends PageName>(name: Name, language: Language, { frame, model }: { frame: Frame; model: Pages[Name] }): string {
    const template = this.templates.get(name) ?? missing(name);
    const body = new Handlebars.SafeString(template({ ...model, language, t: pageTexts[name][language] }));
    return withVisibleTurns(this.layout({ ...frame, stylesheet: this.assets.stylesheet, language, t: layoutTexts[language], body }));
  }

  private compile(source: string): Handlebars.TemplateDelegate {
    return this.handlebars.compile(source, templateOptions);
  }
}

function sourcesIn(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(({ name }) => name.endsWith('.hbs'));
  return new Map(
    files.map(({ parentPath, name }) => {
      const file = join(parentPath, name);
      return [relative(folder, file).slice(0, -'.hbs'.length), readFileSync(file, 'utf8')];
    }),
  );
}

function missing(name: string): never {
  throw new Error(`There is no template for the page ${name}.`);
}
