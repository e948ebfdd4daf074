/** Whose names begin as ours do: whoever sets one of these means this program, and it would go unheard. */
const families = /^(?:SYNPUNKTER|OIDC|SMTP|MAIL|EVENTSTORE|TRUSTED)_/;
/** What container platforms tell of the services beside ours, named after them. */
const ofPlatforms = /_(?:SERVICE_HOST|SERVICE_PORT|PORT)(?:_|$)/;

/**
 * Names in the environment that are none of ours and were meant to be: a slip of the hand away from one (`SMTP_URI`, `DATADIR`, `Public_Url`), or of
 * one of our families (`OIDC_SECRET`). An environment holds many others' names; these we leave alone.
 */
export function misspelt(
  names: readonly string[],
  ours: ReadonlySet<string>,
): readonly { readonly name: string; readonly like?: string }[] {
  return names
    .filter((name) => !ours.has(name) && !ofPlatforms.test(name))
    .flatMap((name) => {
      const like = nearest(name.toUpperCase(), ours);
      if (like !== undefined) return [{ name, like }];
      return families.test(name) ? [{ name }] : [];
    });
}

/** One slip in a name of up to ten signs, two in a longer one; names of up to five signs are too short to tell from others'. */
function nearest(name: string, ours: ReadonlySet<string>): string | undefined {
  return [...ours].find(
    (one) => one.length > 5 && Math.abs(one.length - name.length) <= 2 && slips(name, one) <= (one.length > 10 ? 2 : 1),
  );
}

/** How many signs have to be put in, left out, changed or swapped with their neighbour. Names of settings are short. */
function slips(one: string, other: string): number {
  const table = Array.from({ length: one.length + 1 }, (_, i) => [i]);
  const at = (i: number, j: number): number => table[i]?.[j] ?? (i === 0 ? j : Infinity);
  for (let i = 1; i <= one.length; i++) {
    for (let j = 1; j <= other.length; j++) {
      const change = one[i - 1] === other[j - 1] ? 0 : 1;
      const isSwap = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      const ways = [at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + change, ...(isSwap ? [at(i - 2, j - 2) + 1] : [])];
      table[i]?.push(Math.min(...ways));
    }
  }
  return at(one.length, other.length);
}
