const minute = 60_000;

/** How long a session of the staff lives, in milliseconds: since login, and since it was last used. */
export const sessionLife = { absolute: 480 * minute, idle: 60 * minute } as const;

/** How old a cookie may grow before it is sealed anew with the time of last use, in milliseconds. */
export const renewAfter = 5 * minute;

/** How long a person may take at the issuer, in milliseconds. */
export const loginLife = 15 * minute;

/** How far clocks may be apart before what one of them says counts as wrong, in milliseconds. */
export const clockTolerance = minute;
