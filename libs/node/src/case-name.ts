import { parseReference } from '#identity';

/**
 * What a person typed, read out or pasted, in the form in which a case bears it: the public reference (`rg-76tk rbe3 8mct`), or a diary number
 * (`tn 2027 / 1`), also with what people write before either (`dnr TN 2027/1`). Anything else comes out as no case is called.
 */
export function caseNameOf(typed: string, prefix: string): string {
  const said = plainly(typed);
  const named = [said, said.replace(before, '')].flatMap((name) => referenceIn(name, prefix) ?? diaryNumberIn(name) ?? []);
  return named[0] ?? said;
}

/** As a keyboard writes it: without what a mail, a PDF or another alphabet's keyboard puts in or around it. */
const plainly = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, '')
    .replace(/[\p{Dash_Punctuation}\u2212]/gu, '-')
    .replace(/[\u2044\u2215]/g, '/')
    .replace(/^[\p{P}\s]+|[\p{P}\s]+$/gu, '')
    .toUpperCase();

const before =
  /^(?:(?:D\.?NR|DIARIE(?:NR|NUMMER)|ÄRENDE(?:T|NR|NUMMER)?|REF(?:ERENS|ERENCE)?(?:NR|NUMMER)?|CASE|NR|NO|NUMBER|NUMMER)[\s.:#-]+)+/u;

function referenceIn(said: string, prefix: string): string | undefined {
  const reference = parseReference(said, prefix);
  return reference === 'mistyped' ? undefined : reference;
}

function diaryNumberIn(said: string): string | undefined {
  const [, series, year, number] = /^(\p{L}[\p{L}\d_]*?)[\s:-]*((?:19|20)\d{2})[\s/:-]*0*([1-9]\d*)$/u.exec(said) ?? [];
  return series === undefined ? undefined : `${series} ${year}/${number}`;
}
