import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { CaseCommands, caseCommandHandlers, CurrentOrganisation, SubmitSynpunktHandler } from '#commands';
import { SynpunkterNode } from '#node';
import { EveryRouteHasAPolicy } from './access/every-route-has-a-policy.js';
import { PolicyGuard } from './access/policy.guard.js';
import { SignIn } from './access/sign-in.js';
import { WhoIsAsking } from './access/who-is-asking.js';
import { CaseAnswer } from './cases/case-answer.js';
import { CaseReading } from './cases/case-reading.js';
import { CasesController } from './cases/cases.controller.js';
import { Casework } from './cases/casework.js';
import { CaseworkController } from './cases/casework.controller.js';
import { Following } from './follow-ups/following.js';
import { FollowUpsController } from './follow-ups/follow-ups.controller.js';
import { HealthController } from './health/health.controller.js';
import { Health } from './health/health.js';
import { Metrics } from './health/metrics.js';
import { SubmissionsController } from './submissions/submissions.controller.js';
import { TakeIn } from './submissions/take-in.js';

/** The whole program as Nest sees it: who may come in, what can be asked, and the commands behind it. */
@Module({})
export class AppModule {
  static of(node: SynpunkterNode, signIn: SignIn): DynamicModule {
    return {
      module: AppModule,
      imports: [CqrsModule.forRoot(), DiscoveryModule],
      controllers: [SubmissionsController, FollowUpsController, CasesController, CaseworkController, HealthController],
      providers: [
        { provide: SynpunkterNode, useValue: node },
        { provide: CaseCommands, useValue: node.commands },
        { provide: CurrentOrganisation, useValue: node.organisation },
        { provide: SignIn, useValue: signIn },
        { provide: APP_GUARD, useClass: PolicyGuard },
        EveryRouteHasAPolicy,
        WhoIsAsking,
        SubmitSynpunktHandler,
        ...caseCommandHandlers,
        TakeIn,
        CaseReading,
        CaseAnswer,
        Casework,
        Following,
        Health,
        Metrics,
      ],
    };
  }
}
