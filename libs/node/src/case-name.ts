import { parseReference } from '#identity';

/**
 * What a person typed or read out, in the form in which a case bears it: the public reference (`rg-76tk rbe3 8mct`), or a diary number
 * (`tn 2027 / 1`). Anything else comes out as no case is called.
 */
export function caseNameOf(typed: string, prefix: string): string {
  const reference = parseReference(typed, prefix);
  return reference === 'mistyped' ? diaryNumberOf(typed) : reference;
}

function diaryNumberOf(typed: string): string {
  const said = typed.trim().toUpperCase();
  const [, series, year, number] = /^(\S+?)\s*[-:]?\s*(\d{4})\s*[/:-]\s*0*([1-9]\d*)$/.exec(said) ?? [];
  return series === undefined ? said : `${series} ${year}/${number}`;
}
