/**
 * A keyed hash (HMAC-SHA-256 or stronger) under a key of the server that is different for every purpose. `libs/keys`
 * supplies it. Whoever lacks the key can neither compute nor guess the value, so it may stand in the log.
 */
export type Mac = (purpose: string, value: string) => Buffer;
