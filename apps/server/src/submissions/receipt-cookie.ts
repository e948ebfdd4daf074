import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { cookieName } from '#identity';
import { SignIn } from '../access/sign-in.js';

/** How long a receipt can be looked at, in seconds: enough to print it, to reload it and to change the language. */
const life = 15 * 60;

/** What the page of the receipt shows. */
export interface ShownReceipt {
  readonly reference: string;
  readonly receiptCode: string;
  readonly receivedDate: string;
  readonly promisedDate: string | null;
  readonly hasEmail: boolean;
}

interface Kept extends ShownReceipt {
  /** In epoch milliseconds. */
  readonly until: number;
}

/** Carries a receipt to the page that shows it in a sealed cookie: the code stands in no address, no log and no store. */
@Injectable()
export class ReceiptCookie {
  constructor(private readonly signIn: SignIn) {}

  keep(reply: FastifyReply, receipt: ShownReceipt): void {
    const { sealer, publicUrl } = this.signIn.sessions;
    const kept: Kept = { ...receipt, until: Date.now() + life * 1000 };
    const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: publicUrl.startsWith('https:'), maxAge: life } as const;
    void reply.setCookie(this.name, sealer.seal('receipt', kept), options);
  }

  read({ cookies }: FastifyRequest): ShownReceipt | undefined {
    const cookie = cookies[this.name];
    const kept = cookie === undefined ? undefined : (this.signIn.sessions.sealer.open('receipt', cookie) as Kept | undefined);
    return kept && kept.until > Date.now() ? kept : undefined;
  }

  private get name(): string {
    return cookieName('session', this.signIn.sessions.publicUrl).replace('session', 'receipt');
  }
}
