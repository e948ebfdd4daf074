import { digestGroups, type DigestValues } from './digest.js';
import { digestTexts, type DigestTexts } from './digest.texts.js';
import type { Templates } from './open-templates.js';
import type { Rendered } from './render.js';

/** Writes the mail of a morning, in Swedish first and in English below. The first line of the plain text is the subject. */
export function renderDigest({ digest }: Templates, values: DigestValues): Rendered {
  const [sv, en] = [written(values, digestTexts.sv), written(values, digestTexts.en)];
  const said = { organisation: values.organisation, list: values.list, sv, en };
  const [subject = '', , ...lines] = digest.txt(said).split('\n');
  return { subject, text: lines.join('\n'), html: digest.html({ ...said, subject }) };
}

/** All that it says in one language; an empty text where there is nothing to say. */
function written({ day, groups }: DigestValues, texts: DigestTexts) {
  const some = digestGroups.flatMap((group) => {
    const { lines = [], more = 0 } = groups[group] ?? {};
    return lines.length === 0 ? [] : [{ group, lines, more }];
  });
  const counts = some.map(({ group, lines, more }) => texts.count[group](lines.length + more));
  return {
    subject: texts.subject(counts.join(', ')),
    intro: texts.intro(day),
    groups: some.map(({ group, lines, more }) => ({
      ...texts.group[group],
      lines: lines.map((line) => ({ reference: line.reference, link: line.link, says: texts.line(line, group, line.due < day) })),
      more: more === 0 ? '' : texts.more(more),
    })),
  };
}
