/**
 * A text in which a letter and its accents are one sign where there is one (NFC). Accents beyond thirty in a row are parted from those before
 * them, as UAX #15 13 says (Stream-Safe Text): to sort a row takes as long as the square of its length.
 */
export const composed = (text: string): string => text.replace(thirtyAccents, '$&\u034f').normalize('NFC');

const thirtyAccents = /\p{M}{30}(?=\p{M})/gu;
