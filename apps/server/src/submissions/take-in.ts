import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { withoutDate, type ReceivedCase } from '#cases';
import { personalNumbersIn, SubmitSynpunkt, UnknownCategory, type Submission } from '#commands';
import { deriveUuid } from '#event-log';
import { receiptCode, receiptCodeHash, referenceOf, showReceiptCode } from '#identity';
import { mailAddress, mendAddress } from '#mailer';
import { SynpunkterNode } from '#node';
import { categoryOn } from '#organisation';
import { localDate } from '#promises';
import { RequestProblem } from '../problems/problem.js';
import type { Identified } from '../requests/command-request.js';
import { tidy } from '../requests/tidy.js';
import { Advice } from './advice.js';
import type { SubmissionReceipt } from './submission.request.js';

/** Takes in a synpunkt by whatever door, and makes the receipt. */
@Injectable()
export class TakeIn {
  constructor(
    private readonly commands: CommandBus,
    private readonly node: SynpunkterNode,
    private readonly advice: Advice,
  ) {}

  /**
   * What the form of a request cannot show: whether its category exists today, and whether its address is not our own.
   * @throws UnknownCategory
   * @throws RequestProblem
   */
  check({ category, ...said }: Asked): void {
    this.checkAddress(said.contact?.email);
    const today = localDate(this.node.now());
    askOfNumbers(said, today);
    if (category !== undefined && !categoryOn(this.node.organisation.state, category, today)) throw new UnknownCategory(category);
  }

  /** The code is derived from the command id, so that a repetition shows the same one although it is stored nowhere. */
  async takeIn(
    { personalNumber, ...submission }: Submission & Answered,
    { commandId, fingerprint }: Identified,
    actor: string,
  ): Promise<SubmissionReceipt> {
    this.checkAddress(submission.contact?.email);
    askOfNumbers({ personalNumber, ...submission }, localDate(this.node.now()));
    const mac = this.node.mac;
    const caseId = caseIdOf({ commandId });
    const code = receiptCode(commandId, mac);
    const reference = referenceOf(caseId, this.node.organisation.state.description?.referencePrefix ?? 'RG');
    const request = { caseId, commandId, fingerprint, actor, at: this.node.now(), permit: () => undefined };
    const receipt = { caseId, reference, accessCodeHash: receiptCodeHash(code, mac) };

    const { state } = await this.commands.execute(new SubmitSynpunkt(request, tidied(submission), receipt));
    if (state.status === 'not-received') throw new Error('a submission was taken in and is not there');
    const advice = await this.advice.on(state);
    return { reference, receiptCode: showReceiptCode(code), ...datesOf(state), ...(advice.length > 0 && { advice }) };
  }

  /** The authority's own addresses, to which no mail goes. */
  get ownAddresses(): readonly string[] {
    return this.node.parts.mail.ownAddresses ?? [];
  }

  private checkAddress(email: string | undefined): void {
    const address = email ? mailAddress(email, this.ownAddresses) : undefined;
    if (address && 'fault' in address) throw new RequestProblem(422, 'invalid-request', [{ field: 'contact.email', code: address.fault }]);
  }
}

/** What the submitter has answered to the question of a personal identity number. */
interface Answered {
  readonly personalNumber?: 'keep' | undefined;
}

type Asked = Pick<Submission, 'category' | 'text' | 'place' | 'contact'> & Answered;

/** Asks once, of each field in which one stands. */
function askOfNumbers({ personalNumber, ...said }: Omit<Asked, 'category'>, today: string): void {
  const fields = personalNumber === 'keep' ? [] : personalNumbersIn(said, today);
  if (fields.length > 0) {
    const errors = fields.map((field) => ({ field, code: 'personal-number' }));
    throw new RequestProblem(422, 'invalid-request', errors);
  }
}

/** What the submitter is told of days. */
function datesOf(state: ReceivedCase): Pick<SubmissionReceipt, 'receivedDate' | 'promisedDate' | 'withoutDate'> {
  const { receivedDate, datedLater, answerDue } = state.known;
  return {
    receivedDate: datedLater === undefined ? receivedDate : null,
    promisedDate: answerDue ?? null,
    withoutDate: withoutDate(state) ?? null,
  };
}

/** The case that a submission opens; a repetition opens the same. */
export const caseIdOf = ({ commandId }: Pick<Identified, 'commandId'>): string => deriveUuid('case', commandId);

function tidied(submission: Submission): Submission {
  const { contact } = submission;
  return { ...submission, ...(contact && { contact: tidyContact(contact) }) };
}

/** A field that was left empty in a form is one that was not given. */
const tidyContact = (contact: NonNullable<Submission['contact']>): NonNullable<Submission['contact']> =>
  Object.fromEntries(
    Object.entries(contact).flatMap(([name, value]) => (value ? [[name, name === 'email' ? mendAddress(value) : tidy(value)]] : [])),
  );
