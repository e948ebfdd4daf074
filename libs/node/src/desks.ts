import type { Language } from '#cases';
import type { Desk } from '#notices';
import { boardNear, externalBodyOn, type Organisation } from '#organisation';
import { localDate } from '#promises';

/** How the authority can be reached from a mail. */
export interface Sender {
  readonly publicUrl: string;
  readonly replyAddress: string;
}

/** Who speaks in a mail, in each language, with the names as of an instant. */
export function desksOf(org: Organisation, sender: Sender, at: string): Record<Language, Desk> {
  const today = localDate(at);
  const desk = (language: Language): Desk => {
    const name = (thing: { nameSv: string; nameEn: string }): string => (language === 'sv' ? thing.nameSv : thing.nameEn);
    const { description } = org;
    return {
      organisation: description ? name(description) : '',
      contactPoint: language === 'sv' ? 'Kundtjänst' : 'Customer service',
      phone: description?.phone ?? '',
      replyAddress: sender.replyAddress,
      privacyUrl: `${sender.publicUrl}${language === 'sv' ? '' : '/en'}/personuppgifter`,
      board: (code) => {
        const board = boardNear(org, code, today);
        return board && !board.neutralInMail ? name(board) : undefined;
      },
      externalBody: (code) => {
        const body = externalBodyOn(org, code, today);
        return body && { name: name(body), contact: [body.phone, body.url].filter(Boolean).join(', ') };
      },
    };
  };
  return { sv: desk('sv'), en: desk('en') };
}
