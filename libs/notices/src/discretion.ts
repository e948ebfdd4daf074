import type { ReceivedCase } from '#cases';
import type { Desk } from './desk.js';

/** An unencrypted mail is a postcard: of a case that may be secret it says that something happened, not what or where. */
export const isSecret = ({ known }: ReceivedCase): boolean => known.secrecy === 'high' || known.secrecyMark !== undefined;

/** The name of a board as a mail may say it; empty if only "we" may be said. */
export const boardName = (code: string, state: ReceivedCase, desk: Desk): string => (isSecret(state) ? '' : (desk.board(code) ?? ''));
