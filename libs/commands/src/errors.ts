/** The case has moved on from the revision that the caller saw (HTTP 412). */
export class StaleRevision extends Error {
  constructor(readonly caseId: string) {
    super('the case has changed since it was read');
  }
}

/** The same idempotency key came with another request (HTTP 409). */
export class CommandIdReused extends Error {
  constructor(readonly caseId: string) {
    super('the same command id stands for another request');
  }
}

/** The case holds an event of a type or version that this program does not know; nothing may be decided on half a history. */
export class UnreadableCase extends Error {
  constructor(readonly stream: string) {
    super('the case holds an event that cannot be read');
  }
}

/** A personal identity number stands in what was written, and nobody has said yet that it is to stay. */
export class PersonalNumberFound extends Error {
  constructor(readonly fields: readonly string[]) {
    super('a personal identity number stands in what was written');
  }
}

/** The category does not exist on the day of receipt. */
export class UnknownCategory extends Error {
  constructor(readonly category: string) {
    super('there is no such category on the day of receipt');
  }
}
