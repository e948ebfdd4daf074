import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { receive } from '#cases';
import type { Organisation, RouteQuestion, RouteSuggestion } from '#organisation';
import { CaseCommands, type CaseRequest, type Outcome } from './case-commands.js';
import { prepareReceipt, questionOf, type Receipt, type Submission } from './prepare-receipt.js';

/** A synpunkt comes in, by whatever door. The case id is made from the command id, so that a retry finds the case. */
export class SubmitSynpunkt extends Command<Outcome> {
  constructor(
    readonly request: CaseRequest,
    readonly submission: Submission,
    readonly receipt: Receipt,
  ) {
    super();
  }
}

/** Where the organisation stands as this node knows it. */
export abstract class CurrentOrganisation {
  abstract readonly state: Organisation;
}

/** Whether dates can be taken from the clock. */
export abstract class TrustedClock {
  /** What the time may be, as ISO 8601 in UTC, while nobody knows: good enough to find names by, for no date. Undefined while the clock is trusted. */
  abstract guess(): string | undefined;
}

/** Says where a text belongs, without anybody else having to wait for it. */
export abstract class Routing {
  abstract suggest(question: RouteQuestion, org: Organisation): Promise<RouteSuggestion>;
}

@CommandHandler(SubmitSynpunkt)
export class SubmitSynpunktHandler implements ICommandHandler<SubmitSynpunkt> {
  constructor(
    private readonly cases: CaseCommands,
    private readonly organisation: CurrentOrganisation,
    private readonly clock: TrustedClock,
    private readonly routing: Routing,
  ) {}

  async execute({ request, submission, receipt }: SubmitSynpunkt): Promise<Outcome> {
    const guess = this.clock.guess();
    const org = this.organisation.state;
    const arriving = { submission, receipt, at: guess ?? request.at, inDoubt: guess !== undefined };
    const prepared = prepareReceipt(arriving, org, await this.routing.suggest(questionOf(arriving, org), org));
    return this.cases.execute(request, (state) => receive(prepared, state));
  }
}
