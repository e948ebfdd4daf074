import { randomUUID } from 'node:crypto';
import type { Receipt } from './an-authority.js';
import type { Chance } from './chance.js';

/** A synpunkt that somebody has sent, perhaps several times, with the same key. */
export interface Sent {
  readonly key: string;
  readonly email: string;
  readonly body: string;
  receipt: Receipt | undefined;
}

const share = { repeated: 0.3 };

/** Citizens with bad connections: they note what they were promised, and send again what they do not know the end of. */
export class Submitters {
  readonly sent: Sent[] = [];
  /** Answers that nobody should get. */
  readonly complaints: string[] = [];
  requests = 0;
  repetitions = 0;

  constructor(
    private readonly address: () => string,
    private readonly chance: Chance,
  ) {}

  /** So many people send so many requests each, one after the other, unless the connection breaks before. */
  async atOnce(people: number, requests: number): Promise<void> {
    await Promise.all(Array.from({ length: people }, () => this.inTurn(requests)));
  }

  /** Sends again whatever has not been acknowledged. */
  async again(): Promise<void> {
    for (const sent of this.unknown) await this.send(sent);
  }

  get acknowledged(): Sent[] {
    return this.sent.filter(({ receipt }) => receipt !== undefined);
  }

  get unknown(): Sent[] {
    return this.sent.filter(({ receipt }) => receipt === undefined);
  }

  private async inTurn(requests: number): Promise<void> {
    for (let request = 0; request < requests; request++) {
      const earlier = this.chance.next() < share.repeated ? this.earlier() : undefined;
      if (earlier) this.repetitions += 1;
      if (!(await this.send(earlier ?? this.somethingNew()))) return;
    }
  }

  /** Rather something of which the end is not known; else something that was acknowledged. */
  private earlier(): Sent | undefined {
    return this.chance.oneOf(this.unknown) ?? this.chance.oneOf(this.acknowledged);
  }

  private somethingNew(): Sent {
    const number = this.sent.length + 1;
    const email = `nr${number}@example.se`;
    const said = { kind: 'klagomal', text: `Gatan utanför nummer ${number} är inte plogad.`, language: 'sv', contact: { email } };
    const sent: Sent = { key: randomUUID(), email, body: JSON.stringify(said), receipt: undefined };
    this.sent.push(sent);
    return sent;
  }

  /** False if the connection broke or the server could not take it: whether it is there, nobody knows. */
  private async send(sent: Sent): Promise<boolean> {
    this.requests += 1;
    const answer = await post(this.address(), sent).catch(() => undefined);
    if (answer === undefined || answer.status === 503) return false;
    if (answer.status !== 201) this.complaints.push(`${answer.status} ${answer.text}`);
    else this.acknowledge(sent, JSON.parse(answer.text) as Receipt);
    return true;
  }

  private acknowledge(sent: Sent, receipt: Receipt): void {
    const before = JSON.stringify(sent.receipt ?? receipt);
    if (before !== JSON.stringify(receipt)) this.complaints.push(`${sent.key} had ${before} and has now ${JSON.stringify(receipt)}`);
    sent.receipt = receipt;
  }
}

/** Resolves only when the last byte has come: that is what acknowledged means. */
async function post(address: string, { key, body }: Sent): Promise<{ status: number; text: string }> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': key };
  const answer = await fetch(`${address}/api/v1/submissions`, { method: 'POST', headers, body });
  return { status: answer.status, text: await answer.text() };
}
