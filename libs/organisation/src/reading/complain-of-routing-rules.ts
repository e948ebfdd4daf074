import type { RoutingRules } from '../facts/routing-rules.js';
import type { Placed } from './read-file.js';

/** What no term shows by itself: that there is none, or that another list takes its meaning away. */
export function complainOfRoutingRules(rules: readonly Placed<RoutingRules>[]): void {
  for (const { entry, complain } of rules) {
    const terms = Object.entries({ boards: entry.boards, categories: entry.categories }).flatMap(([field, vocabulary]) =>
      Object.values(vocabulary).flatMap((tiered) => Object.values(tiered).flatMap((some) => some.map((term) => ({ field, term })))),
    );
    if (terms.length === 0) complain('must hold words by which at least one board or category is recognised', 'boards');
    const swedish = new Set(entry.language.swedish);
    for (const { field, term } of terms)
      if (swedish.has(term))
        complain(`${term} is never found: it stands among language.swedish, whose words mean nothing by themselves`, field);
  }
}
