import { CommandHandler, Command, type ICommandHandler } from '@nestjs/cqrs';
import type { Type } from '@nestjs/common';
import type { Case, CaseEvent } from '#cases';
import type { Recorded } from '#event-log';
import { CaseCommands, type CaseRequest, type Outcome } from './case-commands.js';
import { numbersIn } from './numbers-in.js';
import { suspicionIn } from './suspicion-in.js';
import { CurrentOrganisation, Routing } from './submit-synpunkt.js';

/** What is asked, made of the case as each attempt finds it, so that nothing is decided by what was true before a rival's change. May refuse. */
export type Preparing<Asked> = (state: Case, past: readonly Recorded[]) => Asked;

/** A command to one case: who asks, and what is to be decided. */
export abstract class DecideCase<Asked> extends Command<Outcome> {
  constructor(
    readonly request: CaseRequest,
    readonly asked: Asked | Preparing<Asked>,
  ) {
    super();
  }
}

type CommandClass<Asked> = Type<DecideCase<Asked>>;

/** The handler that carries a command to its decision. */
export function decidedBy<Asked>(
  command: CommandClass<Asked>,
  decide: (asked: Asked, state: Case) => CaseEvent[],
): Type<ICommandHandler<DecideCase<Asked>>> {
  @CommandHandler(command)
  class DecisionHandler implements ICommandHandler<DecideCase<Asked>> {
    constructor(
      private readonly cases: CaseCommands,
      private readonly organisation: CurrentOrganisation,
      private readonly routing: Routing,
    ) {}

    execute({ request, asked }: DecideCase<Asked>): Promise<Outcome> {
      return this.cases.execute(request, async (state, past) => {
        const events = decide(isPreparing(asked) ? asked(state, past) : asked, state);
        const suspected = await suspicionIn(events, state, { org: this.organisation.state, routing: this.routing });
        return [...events, ...numbersIn(events, state, request), ...suspected];
      });
    }
  }
  return DecisionHandler;
}

const isPreparing = <Asked>(asked: Asked | Preparing<Asked>): asked is Preparing<Asked> => typeof asked === 'function';
