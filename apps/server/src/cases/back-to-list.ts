import type { FastifyRequest } from 'fastify';

/** What a list can be asked for; nothing else is carried back to it. */
const asked = ['board', 'status', 'kind', 'dueBy', 'after'];

/** For the address of a case: the list that one came from, as the query of its address. */
export const ofList = (query: string): string => (query === '' ? '' : `?lista=${encodeURIComponent(query)}`);

/** The query of the list that a case was reached from; empty if from none. */
export function listOf({ query }: Pick<FastifyRequest, 'query'>): string {
  const { lista } = query as Readonly<Record<string, unknown>>;
  if (typeof lista !== 'string') return '';
  return new URLSearchParams([...new URLSearchParams(lista)].filter(([name]) => asked.includes(name))).toString();
}

/** The list that a case was reached from, with its filters and page. It is always our own: only the query is taken from the address. */
export function backToList(request: Pick<FastifyRequest, 'query'>): string {
  const query = listOf(request);
  return query === '' ? '/arbete' : `/arbete?${query}`;
}
