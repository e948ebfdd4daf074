import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { CaseCommands, caseCommandHandlers, CurrentOrganisation, Routing, SubmitSynpunktHandler, TrustedClock } from '#commands';
import { SynpunkterNode } from '#node';
import { AboutController } from './about/about.controller.js';
import { ApiController } from './api/api.controller.js';
import { ApiDescription } from './api/api-description.js';
import { EveryRouteHasAPolicy } from './access/every-route-has-a-policy.js';
import { BegunGuard } from './access/begun.guard.js';
import { OpenedCases } from './access/opened-cases.js';
import { PolicyGuard } from './access/policy.guard.js';
import { SignIn } from './access/sign-in.js';
import { WhoIsAsking } from './access/who-is-asking.js';
import { CaseAnswer } from './cases/case-answer.js';
import { CaseListController } from './cases/case-list.controller.js';
import { CaseFormHandling } from './cases/case-form-handling.js';
import { CasePage } from './cases/case-page.js';
import { CasePageController } from './cases/case-page.controller.js';
import { CaseTelling } from './cases/case-telling.js';
import { FormsOfCase } from './cases/forms-of-case.js';
import { CaseReading } from './cases/case-reading.js';
import { CasesController } from './cases/cases.controller.js';
import { StaffNames } from './cases/staff-names.js';
import { Casework } from './cases/casework.js';
import { CaseworkController } from './cases/casework.controller.js';
import { Following } from './follow-ups/following.js';
import { FollowPage } from './follow-ups/follow-page.js';
import { FollowPageController } from './follow-ups/follow-page.controller.js';
import { MailLinkController } from './follow-ups/mail-link.controller.js';
import { SubmitterFormsController } from './follow-ups/submitter-forms.controller.js';
import { FollowUpsController } from './follow-ups/follow-ups.controller.js';
import { FormGuard } from './forms/form.guard.js';
import { FormSeals } from './forms/form-seals.js';
import { HealthController } from './health/health.controller.js';
import { Health } from './health/health.js';
import { Metrics } from './health/metrics.js';
import { Assets } from './pages/assets.js';
import { AssetsController } from './pages/assets.controller.js';
import { PageAnswer } from './pages/page-answer.js';
import { PageRenderer } from './pages/page-renderer.js';
import { Site } from './pages/site.js';
import { ProblemPage } from './problems/problem-page.js';
import { PersonRecord } from './sign-in/person-record.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { Mailbox } from './evaluation/mailbox.js';
import { MailboxController } from './evaluation/mailbox.controller.js';
import { Bounces } from './promises/bounces.js';
import { PromisesController } from './promises/promises.controller.js';
import { Freezing } from './reports/freezing.js';
import { PromiseReports } from './reports/promise-reports.js';
import { ReportsController } from './reports/reports.controller.js';
import { RegistrationPageController } from './submissions/registration-page.controller.js';
import { ReceiptPageController } from './submissions/receipt-page.controller.js';
import { ReceiptCookie } from './submissions/receipt-cookie.js';
import { ReceiptPage } from './submissions/receipt-page.js';
import { SubmissionPageController } from './submissions/submission-page.controller.js';
import { SubmissionsController } from './submissions/submissions.controller.js';
import { Advice } from './submissions/advice.js';
import { TakeIn } from './submissions/take-in.js';

/** What the server is made of that exists before Nest does. */
export interface AppParts {
  readonly node: SynpunkterNode;
  readonly signIn: SignIn;
  readonly site: Site;
  readonly renderer: PageRenderer;
  readonly assets: Assets;
  /** In evaluation. */
  readonly mailbox: Mailbox | undefined;
}

/** The whole program as Nest sees it: who may come in, what can be asked, and the commands behind it. */
@Module({})
export class AppModule {
  static of({ node, signIn, site, renderer, assets, mailbox }: AppParts): DynamicModule {
    return {
      module: AppModule,
      imports: [CqrsModule.forRoot(), DiscoveryModule],
      controllers: [
        SubmissionsController,
        FollowUpsController,
        PromisesController,
        CasesController,
        CaseworkController,
        ReportsController,
        HealthController,
        AssetsController,
        ApiController,
        AboutController,
        SubmissionPageController,
        RegistrationPageController,
        ...(mailbox ? [MailboxController] : []),
        ReceiptPageController,
        SignInController,
        CaseListController,
        CasePageController,
        FollowPageController,
        SubmitterFormsController,
        MailLinkController,
      ],
      providers: [
        { provide: SynpunkterNode, useValue: node },
        { provide: CaseCommands, useValue: node.commands },
        { provide: CurrentOrganisation, useValue: node.organisation },
        { provide: Routing, useValue: node.routing },
        { provide: TrustedClock, useValue: node.clock },
        { provide: SignIn, useValue: signIn },
        { provide: Site, useValue: site },
        { provide: PageRenderer, useValue: renderer },
        { provide: Assets, useValue: assets },
        ...(mailbox ? [{ provide: Mailbox, useValue: mailbox }] : []),
        { provide: APP_GUARD, useClass: BegunGuard },
        { provide: APP_GUARD, useClass: PolicyGuard },
        { provide: APP_GUARD, useClass: FormGuard },
        FormSeals,
        PageAnswer,
        ApiDescription,
        ReceiptCookie,
        ReceiptPage,
        OpenedCases,
        PersonRecord,
        StaffNames,
        CasePage,
        FormsOfCase,
        CaseTelling,
        FollowPage,
        CaseFormHandling,
        ProblemPage,
        EveryRouteHasAPolicy,
        WhoIsAsking,
        SubmitSynpunktHandler,
        ...caseCommandHandlers,
        Advice,
        TakeIn,
        CaseReading,
        Bounces,
        CaseAnswer,
        Casework,
        Following,
        PromiseReports,
        Freezing,
        Health,
        Metrics,
      ],
    };
  }
}
