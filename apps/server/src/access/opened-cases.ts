import { Injectable } from '@nestjs/common';
import { isSecret, type Personal, type ReceivedCase } from '#cases';
import { isSameSecret } from '#identity';
import { SynpunkterNode, type MailLink } from '#node';
import { replayCase } from '#views';

/** How a case was opened to a browser, to be sealed in a cookie: as much as shows whether it would be opened the same way now. */
export interface OpenedCase {
  readonly caseId: string;
  /** How often the visits to the case had been ended then. */
  readonly ended: number;
  /** The keyed hash of the code that opened the case then. */
  readonly code: string;
  readonly secret: boolean;
  /** A keyed hash of the address that the link was mailed to, where a link has opened it. */
  readonly address?: string;
}

/**
 * Opens cases to browsers, and knows which are open still: a new code, a mark of secrecy and "Stäng ärendet" end what was opened in any browser
 * before, and what a link has opened ends with its address too. Nothing is remembered but by the log.
 */
@Injectable()
export class OpenedCases {
  constructor(private readonly node: SynpunkterNode) {}

  /** @param code the hash of the code that is shown; default: that of the case */
  async byCode(caseId: string, code?: string): Promise<OpenedCase | undefined> {
    const state = await this.stateOf(caseId);
    if (!state) return undefined;
    const ended = await this.node.visits.ended(caseId);
    return { caseId, ended, code: code ?? state.known.accessCodeHash, secret: isSecret(state.known) };
  }

  /** What may be secret is not opened by something that travelled in a mail, nor anything by a mail from before a new code was made. */
  async byLink({ caseId, to, requestedAt }: MailLink): Promise<OpenedCase | undefined> {
    const { state, steps } = await replayCase(this.node.parts.log, caseId);
    if (state.status === 'not-received' || isSecret(state.known)) return undefined;
    const replaced = steps.findLast(({ event }) => event.type === 'AccessCodeReplaced');
    if (replaced && replaced.event.metadata.recordedAt >= requestedAt) return undefined;
    const address = this.addressOf(to);
    if (address === undefined || address !== this.addressOf(state.known.contact.email)) return undefined;
    return { caseId, ended: await this.node.visits.ended(caseId), code: state.known.accessCodeHash, secret: false, address };
  }

  /** The visit that goes on where the visitor's own words have closed the case to others: who showed the code need not show it again. */
  async afterOwnWords(visit: OpenedCase): Promise<OpenedCase | undefined> {
    const isMade = visit.address === undefined && (await this.isOpen({ ...visit, secret: true }));
    return isMade ? { ...visit, secret: true } : undefined;
  }

  async isOpen({ caseId, ended, code, secret, address }: OpenedCase): Promise<boolean> {
    const state = await this.stateOf(caseId);
    if (!state || !isSameSecret(code, state.known.accessCodeHash)) return false;
    if (isSecret(state.known) && !secret) return false;
    if (address !== undefined && address !== this.addressOf(state.known.contact.email)) return false;
    return ended === (await this.node.visits.ended(caseId));
  }

  private async stateOf(caseId: string): Promise<ReceivedCase | undefined> {
    const state = await this.node.caseState(caseId);
    return state.status === 'not-received' ? undefined : state;
  }

  /** Nothing for an address that is not there, or was destroyed by decision. */
  private addressOf(email: Personal | undefined): string | undefined {
    const opened = email === undefined ? undefined : this.node.parts.keys.open(email);
    return typeof opened === 'string' ? this.node.mac('opened-address', opened).toString('base64url') : undefined;
  }
}
