import { shredded, type Keys, type Sealed } from '#keys';

/** Opens a sealed list, object or number; sealed texts are opened with `keys.open`. Throws as `keys.open` does. */
export function openJson(keys: Keys, sealed: Sealed): unknown {
  const text = keys.open(sealed);
  return text === shredded ? shredded : (JSON.parse(text) as unknown);
}
