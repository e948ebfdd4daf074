/** How far the issuer's clock may be from ours, in seconds. */
export const clockTolerance = 60;

/** Whether a token says that it was made at a time that has come; `now` in epoch milliseconds. One from the future is a clock gone wrong, or forged ahead. */
export const wasIssued = ({ iat }: { readonly iat?: unknown }, now: number): boolean =>
  typeof iat === 'number' && iat <= now / 1000 + clockTolerance;

/** Whether the identity was proved at most so many seconds ago, where the issuer says when; one that was proved in the future was not. */
export function isProvedLately(authTime: unknown, maxAge: number, now: number): boolean {
  if (authTime === undefined) return true;
  const age = now / 1000 - Number(authTime);
  return age <= maxAge + clockTolerance && age >= -clockTolerance;
}
