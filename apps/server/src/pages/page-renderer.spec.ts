import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { Assets } from './assets.js';
import { layoutTexts } from './layout.texts.js';
import { PageRenderer, templateOptions } from './page-renderer.js';
import { pageTexts } from './pages.js';

const views = join(process.cwd(), 'apps/server/views');
const wordsOf: Readonly<Record<string, object>> = {
  layout: layoutTexts.sv,
  ...Object.fromEntries(Object.entries(pageTexts).map(([name, { sv }]) => [name, sv])),
};

const isTemplate = (file: string): boolean => file.endsWith('.hbs');

/** The first names after `t.` or `@root.t.`, wherever they stand in a template. */
function wordsNamedIn(source: string): string[] {
  const named: string[] = [];
  const visitor = new Handlebars.Visitor();
  visitor.PathExpression = ({ data, parts }) => {
    const [first, second] = parts.slice(data ? 1 : 0).map(String);
    if (first === 't' && second !== undefined) named.push(second);
  };
  visitor.accept(Handlebars.parse(source));
  return named;
}

it('has a template for every page', () => {
  expect(() => new PageRenderer(views, new Assets(join(process.cwd(), 'apps/server/public')))).not.toThrow();
});

it.each(readdirSync(views, { recursive: true, encoding: 'utf8' }).filter(isTemplate))('can compile %s', (file) => {
  expect(() => Handlebars.precompile(readFileSync(join(views, file), 'utf8'), templateOptions) as unknown).not.toThrow();
});

it.each(readdirSync(views).filter(isTemplate))('names no words in %s that do not exist', (file) => {
  const words = wordsOf[file.slice(0, -'.hbs'.length)];
  const named = wordsNamedIn(readFileSync(join(views, file), 'utf8'));
  expect(named.filter((name) => !(name in (words ?? {})))).toEqual([]);
});

it('shows what people wrote as they wrote it, and nothing of it as markup', () => {
  const renderer = new PageRenderer(views, new Assets(join(process.cwd(), 'apps/server/public')));
  const links = { start: '/', submit: '/', follow: '/', cases: '/', register: '/', accessibility: '/', personalData: '/', api: '/' };
  const frame = { title: '<i>', organisation: 'A & B', phone: '', evaluation: false, otherLanguagePath: '/en', links, staff: null };
  const model = {
    title: '<script>alert(1)</script>',
    advice: '{{t.start}}',
    start: '/',
    signIn: null,
    signInAgain: null,
    requestId: '"',
    again: null,
  };
  const page = renderer.render('problem', 'sv', { frame, model });
  expect(page).toContain('<h1>&lt;script&gt;alert(1)&lt;/script&gt;</h1>');
  expect(page).toContain('{{t.start}}');
  expect(page).toContain('<title>&lt;i&gt; – A &amp; B</title>');
});
