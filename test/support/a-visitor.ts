import { DomUtils, parseDocument } from 'htmlparser2';
import request, { type Response } from 'supertest';
import type { AServer } from './a-server.js';

type Element = NonNullable<ReturnType<typeof DomUtils.findOne>>;
type Typed = Readonly<Record<string, string>>;

/** A person with a browser that runs no script: keeps cookies, follows where it is sent, and sends forms as they stand on the page. */
export interface AVisitor {
  open(path: string): Promise<APage>;
  /** What the browser would send, as the text of a header. */
  cookies(): string;
}

export interface APage {
  readonly status: number;
  /** Where the browser stands after all redirects. */
  readonly path: string;
  readonly html: string;
  /** What is to be read, without mark-up, with single spaces. */
  readonly text: string;
  /**
   * What stands in the first field of that name; undefined if there is none.
   * @param to where the form of that field is sent to, if several have one
   */
  value(name: string, to?: string): string | undefined;
  /**
   * Types into the form that has all these fields, leaves the others as they stand, and sends it.
   * @param to where that form is sent to, if several have them
   * @throws Error if there is no such form
   */
  send(typed: Typed, to?: string): Promise<APage>;
}

const hops = 10;

/** @param keeps whether the browser keeps cookies */
export function aVisitor({ address }: Pick<AServer, 'address'>, keeps: { readonly cookies: boolean } = { cookies: true }): AVisitor {
  const agent = request.agent(address);
  const browser = keeps.cookies ? agent : request(address);
  const { hostname } = new URL(address);

  const land = async (first: Response, path: string): Promise<APage> => {
    let [response, here] = [first, path];
    for (let hop = 0; hop < hops && response.headers['location'] !== undefined; hop++) {
      const to = new URL(response.headers['location'], new URL(here, address));
      if (to.origin !== address) throw new Error(`sent to ${to.origin}`);
      here = to.pathname + to.search;
      response = await browser.get(here);
    }
    return pageOf(response, here);
  };
  const open = async (path: string): Promise<APage> => land(await browser.get(path), path);

  function pageOf({ status, text: html }: Response, path: string): APage {
    const page = parseDocument(html);
    const forms = DomUtils.getElementsByTagName('form', page);
    const main = DomUtils.getElementsByTagName('main', page);
    return {
      status,
      path,
      html,
      text: DomUtils.innerText(main).replaceAll(/\s+/g, ' ').trim(),
      value: (name, to) => {
        const within = to === undefined ? page : forms.find(({ attribs }) => attribs['action'] === to);
        return within && fieldsOf(within.children).get(name);
      },
      send: async (typed, to) => {
        const form = forms.find(
          (one) => Object.keys(typed).every((name) => namesIn(one).has(name)) && (to ?? one.attribs['action']) === one.attribs['action'],
        );
        if (!form) throw new Error(`no form on ${path} asks for ${Object.keys(typed).join(', ')}`);
        const fields = { ...Object.fromEntries(fieldsOf(form.children)), ...typed };
        const action = form.attribs['action'] ?? path;
        return land(await browser.post(action).type('form').set('origin', address).send(fields), action);
      },
    };
  }
  const cookies = () => agent.jar.getCookies({ domain: hostname, path: '/', secure: false, script: false }).toValueString();
  return { open, cookies };
}

const typable = ['input', 'textarea', 'select'];

const elementsIn = (nodes: Parameters<typeof DomUtils.findAll>[1]): Element[] =>
  DomUtils.findAll(({ name, attribs }) => typable.includes(name) && attribs['name'] !== undefined, nodes);

/** What can be typed into a form, or pressed in it. */
const namesIn = (form: Element): Set<string> =>
  new Set([...elementsIn(form.children), ...DomUtils.getElementsByTagName('button', form)].map(({ attribs }) => attribs['name'] ?? ''));

/** What a browser would send: radio buttons and boxes only where they are chosen. */
function fieldsOf(nodes: Parameters<typeof DomUtils.findAll>[1]): Map<string, string> {
  const fields = new Map<string, string>();
  for (const element of elementsIn(nodes)) {
    const [name, value] = [element.attribs['name'] ?? '', valueOf(element)];
    if (value !== undefined && !fields.has(name)) fields.set(name, value);
  }
  return fields;
}

function valueOf(element: Element): string | undefined {
  const { type, checked, value } = element.attribs;
  if (element.name === 'textarea') return decoded(DomUtils.innerText(element)).replace(/^\n/, '');
  if (element.name === 'select') {
    const options = DomUtils.getElementsByTagName('option', element);
    return (options.find(({ attribs }) => attribs['selected'] !== undefined) ?? options[0])?.attribs['value'];
  }
  if (type === 'radio' || type === 'checkbox') return checked === undefined ? undefined : (value ?? 'on');
  return value ?? '';
}

/** The parser leaves entities in a text area as they are; a browser does not. */
const decoded = (text: string): string => DomUtils.innerText(parseDocument(text).children);
