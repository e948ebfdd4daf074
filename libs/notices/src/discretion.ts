import { isSecret, type ReceivedCase } from '#cases';
import type { Desk } from './desk.js';

/** The name of a board as a mail may say it; empty if only "we" may be said. An unencrypted mail is a postcard. */
export const boardName = (code: string, { known }: ReceivedCase, desk: Desk): string => (isSecret(known) ? '' : (desk.board(code) ?? ''));
