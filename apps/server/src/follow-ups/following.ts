import { Injectable } from '@nestjs/common';
import type { Case } from '#cases';
import { promisedOnReview, promisedTo } from '#commands';
import { parseReceiptCode, receiptCodeHash } from '#identity';
import { SynpunkterNode } from '#node';
import { localDate } from '#promises';
import { caseByAccessCode, publicCase, replayCase, type PublicCase } from '#views';
import { OpenedCases, type OpenedCase } from '../access/opened-cases.js';
import { CaseReading } from '../cases/case-reading.js';
import { RequestProblem } from '../problems/problem.js';

/** What the submitter sees of the case, by whatever opens it to them. */
@Injectable()
export class Following {
  constructor(
    private readonly node: SynpunkterNode,
    private readonly reading: CaseReading,
    private readonly opened: OpenedCases,
  ) {}

  /** The case that a receipt code opens. One hash and one look-up, whether the code exists, never existed or cannot exist. */
  private caseIdOf(typed: string): string | undefined {
    return caseByAccessCode(this.node.caseIndex.db, this.hashOf(typed));
  }

  /** Opens the case of a receipt code to the browser that shows it. */
  async open(typed: string): Promise<OpenedCase | undefined> {
    const caseId = this.caseIdOf(typed);
    return caseId === undefined ? undefined : this.opened.byCode(caseId, this.hashOf(typed));
  }

  hashOf(typed: string): string {
    const code = parseReceiptCode(typed);
    return receiptCodeHash(code === 'mistyped' ? impossible : code, this.node.mac);
  }

  async byCode(typed: string) {
    const caseId = this.caseIdOf(typed);
    if (caseId === undefined) throw new RequestProblem(404, 'receipt-code-unknown');
    return this.byId(caseId);
  }

  async byId(caseId: string) {
    const { steps, state, unreadable } = await replayCase(this.node.parts.log, caseId);
    const seen = publicCase(steps, state);
    if (!seen) throw new RequestProblem(404, 'receipt-code-unknown');
    if (unreadable) throw new RequestProblem(503, 'case-unreadable', undefined, 60);
    return { ...this.withTexts(seen), mayAskReview: this.mayAskReview(state) };
  }

  /** Once, of an answer, where the policy of the board promises it. */
  private mayAskReview(state: Case): boolean {
    if (state.status === 'not-received' || !state.known.answered || state.known.review !== undefined) return false;
    const { keys } = this.node.parts;
    return promisedOnReview(localDate(this.node.now()), promisedTo(state, keys), this.node.organisation.state).length > 0;
  }

  private withTexts({ entries, receivedDate, promisedDate, withoutDate, ...seen }: PublicCase) {
    return {
      ...seen,
      receivedDate: receivedDate ?? null,
      promisedDate: promisedDate ?? null,
      withoutDate: withoutDate ?? null,
      entries: entries.map(({ text, ...entry }) => ({ ...entry, ...(text !== undefined && { text: this.reading.open(text) }) })),
    };
  }
}

/** Stands for what cannot be a code, so that looking it up costs the same. */
const impossible = '' as Parameters<typeof receiptCodeHash>[0];
