import type { Attempt, Delivery } from './promise-record.js';

/** The first delivery that nothing refutes. What was told, and did not arrive, is not delivered. */
export const firstDelivery = (attempts: readonly Attempt[]): (Delivery & { readonly attempt: string }) | undefined =>
  attempts
    .flatMap(({ eventId, deliveries }) => deliveries.map((delivery) => ({ attempt: eventId, ...delivery })))
    .filter(({ refuted }) => refuted === undefined)
    .reduce<(Delivery & { readonly attempt: string }) | undefined>(
      (first, next) => (first && first.on <= next.on ? first : next),
      undefined,
    );
