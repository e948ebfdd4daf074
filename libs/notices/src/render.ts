import type { Language } from '#cases';
import type { Values } from './draft.js';
import type { NoticeKind } from './notice-kinds.js';
import type { Templates } from './open-templates.js';

/** What a mail leads to. */
export interface Links {
  /** Where the submitter follows the case. */
  readonly follow: string;
}

export interface Rendered {
  /** One line. */
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/**
 * Writes the mail of a notice. The first line of the plain text is the subject.
 * @throws Error if a template needs a value that the notice does not have
 */
export function render(templates: Templates, { kind, language, values }: Told, links: Links): Rendered {
  const { txt, html } = templates[kind][language];
  const said = { ...values, link: links.follow };
  const [subject = '', , ...lines] = txt(said).split('\n');
  return { subject, text: lines.join('\n'), html: html({ ...said, subject }) };
}

interface Told {
  readonly kind: NoticeKind;
  readonly language: Language;
  readonly values: Values;
}
