/** Half a character (a lone UTF-16 surrogate) has no UTF-8 bytes: it would come back as another character than was written. */
export const isWellFormed = (text: string): boolean => !/\p{Surrogate}/u.test(text);

/** The same for a text that `JSON.stringify` made, where half characters stand escaped. */
export const isWellFormedJson = (json: string): boolean => !json.includes('\\ud') || !/(?<!\\)(?:\\\\)*\\ud/.test(json);
