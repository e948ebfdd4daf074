import type { EvaluationMailbox } from '#mailer';

/** Where the mails of an evaluation end up: nothing leaves the machine. */
export abstract class Mailbox {
  abstract messages: EvaluationMailbox['messages'];
  abstract message: EvaluationMailbox['message'];
}
