/** Seals personal data under keys that can be destroyed, and knows nothing of what it seals or why. Remembers what the log says of itself. */
export { openKeys, type Keys } from './keys.js';
export { shredded, type Sealed, type Shredded } from './sealed.js';
export { backUpKeys, keyFile, putBackKeys } from './back-up-keys.js';
export { openDeep } from './open-deep.js';
export { doorKeyFilesIn, doors, type Door, type DoorKeyFiles } from './door-keys.js';
export { KeysUnavailable, SealBroken, UnknownKey, WrongDoorKey, WrongMasterKey } from './errors.js';
