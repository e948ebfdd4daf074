/** The master key file is missing, readable by others, of another form, or not the one that the key store was made with. */
export class WrongMasterKey extends Error {}

/** The key of a door is missing, readable by others, of another form, or not the one that the key store knows. */
export class WrongDoorKey extends Error {}

/** No new keys can be made now: the disk is full or the store is locked. Nothing was sealed; try again later. */
export class KeysUnavailable extends Error {}

/** The text was changed, or stands in another place than it was sealed for. An alarm, never something to skip. */
export class SealBroken extends Error {
  constructor(readonly place: string) {
    super(`what stands at ${place} was changed or moved since it was sealed`);
  }
}

/** The key is neither in the store nor among those destroyed by decision: the key store is older than the log, or another's. */
export class UnknownKey extends Error {
  constructor(readonly keyId: string) {
    super(`key ${keyId} is not in the key store and was not destroyed by decision`);
  }
}
