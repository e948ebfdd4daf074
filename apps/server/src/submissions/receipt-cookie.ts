import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { WithoutDate } from '#cases';
import { cookieName, isSignedOut, makeCookie, type Session } from '#identity';
import { SynpunkterNode } from '#node';
import { endTrial } from '../access/cookie-trial.js';
import { sessionOf } from '../access/living-session.js';
import { OpenedCases, type OpenedCase } from '../access/opened-cases.js';
import { SignIn } from '../access/sign-in.js';
import { Following } from '../follow-ups/following.js';

/** How long a receipt can be looked at, in seconds: enough to print it, to reload it and to change the language. */
const life = 15 * 60;

/** What the page of the receipt shows. */
export interface ShownReceipt {
  readonly reference: string;
  readonly receiptCode: string;
  readonly receivedDate: string | null;
  readonly promisedDate: string | null;
  readonly withoutDate: WithoutDate | null;
  readonly hasEmail: boolean;
  /** What is said of the signals that the rules saw. */
  readonly advice?: readonly string[];
}

interface Kept {
  readonly receipt: ShownReceipt;
  readonly opened: OpenedCase;
  /** The session of the staff that this browser had then, with which the receipt ends. */
  readonly session?: Pick<Session, 'personId' | 'sessionId' | 'startedAt'>;
  /** In epoch milliseconds. */
  readonly until: number;
}

/**
 * Carries a receipt to the page that shows it in a sealed cookie: the code stands in no address, no log and no store. It is a door like the code
 * itself, and closes with it.
 */
@Injectable()
export class ReceiptCookie {
  constructor(
    private readonly node: SynpunkterNode,
    private readonly signIn: SignIn,
    private readonly opened: OpenedCases,
    private readonly following: Following,
  ) {}

  async keep({ request, reply }: { request: FastifyRequest; reply: FastifyReply }, caseId: string, receipt: ShownReceipt): Promise<void> {
    const { sealer, publicUrl } = this.signIn.sessions;
    const opened = await this.opened.byCode(caseId, this.following.hashOf(receipt.receiptCode));
    if (!opened) throw new Error('a receipt was made for no case');
    const session = sessionOf(request)?.session;
    const kept: Kept = { receipt, opened, until: Date.now() + life * 1000, ...(session && { session: nameOf(session) }) };
    const { name, value, options } = makeCookie('receipt', sealer.seal('receipt', kept), publicUrl);
    void reply.setCookie(name, value, { ...options, maxAge: life });
    endTrial(request, reply, publicUrl);
  }

  async read({ cookies }: FastifyRequest): Promise<ShownReceipt | undefined> {
    const { sealer, publicUrl } = this.signIn.sessions;
    const cookie = cookies[cookieName('receipt', publicUrl)];
    const kept = cookie === undefined ? undefined : (sealer.open('receipt', cookie) as Kept | undefined);
    const now = Date.now();
    if (!kept || kept.until <= now) return undefined;
    if (kept.session && isSignedOut(kept.session, { now, directory: this.node.directory.state })) return undefined;
    return (await this.opened.isOpen(kept.opened)) ? kept.receipt : undefined;
  }
}

const nameOf = ({ personId, sessionId, startedAt }: Session): NonNullable<Kept['session']> => ({ personId, sessionId, startedAt });
