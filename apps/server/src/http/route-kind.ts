import type { FastifyRequest } from 'fastify';

/**
 * Whom a route is for: programs, the machine that watches this one, browsers that fetch what a page refers to, the submitter of one case, or
 * anybody who reads pages.
 */
export type RouteKind = 'api' | 'machine' | 'asset' | 'own-case' | 'page';

const kinds: readonly (readonly [RouteKind, RegExp])[] = [
  ['api', /^\/api\//],
  ['machine', /^\/(?:health\/|metrics$)/],
  ['asset', /^\/assets\//],
  ['own-case', /^(?:\/en)?\/folj(?:\/|$)/],
];

/** Told by the route that was matched, never by how its address was written. Where none was, it is all about the form of the refusal. */
export function routeKind({ routeOptions: { url: route }, url }: FastifyRequest): RouteKind {
  if (route === undefined) return url.startsWith('/api/') ? 'api' : 'page';
  return kinds.find(([, pattern]) => pattern.test(route))?.[0] ?? 'page';
}
