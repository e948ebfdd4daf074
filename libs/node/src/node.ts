import { randomUUID } from 'node:crypto';
import type { Case, ReceivedCase, Walled } from '#cases';
import { CaseCommands, headOf } from '#commands';
import { deriveUuid, type Appended, type NewEvent } from '#event-log';
import { allow, followBoards, isOneWho, type Caller, type Directory } from '#identity';
import { Mailer, mailHold, outboxView } from '#mailer';
import { boardsReachedFrom, type Organisation } from '#organisation';
import { Feed, Fold, Follower, makeAnew, type TableProcessor } from '#processors';
import { localDate } from '#promises';
import type { Database } from '#sqlite';
import { caseIndex, inbox, promises, replayCase, ReportThread } from '#views';
import { subjectOf } from './case-subject.js';
import { directoryFold, organisationFold } from './folds.js';
import { introduce } from './introduce.js';
import { MailLinks } from './mail-links.js';
import { nodeDatedWork, type NodeDatedWork } from './node-dated-work.js';
import { healthOf, type NodeHealth } from './node-health.js';
import type { NodeParts } from './node-parts.js';
import { nodeReactions, type NodeReactions } from './node-reactions.js';
import { noteWhatWasLeft } from './sound-views.js';
import { waitAwhile, whenReachable } from './when-reachable.js';
import { recogniseLog } from './recognise-log.js';
import { RoutingThread } from './routing-thread.js';
import { Rush } from './rush.js';
import { openDisposable, openView, viewFile, type OpenView, type ViewName } from './view-files.js';
import { Visits } from './visits.js';

/** After a start, whoever waited for it is answered first, before routing gets ready; in milliseconds. */
const quietMoment = 1_000;

/** How long events gather for what no page shows at once, and for what only makes others act, in milliseconds. One that comes alone waits for nothing. */
const gathering = { unhurried: 1_000, acting: 30 };

/** How long a command waits for this node's views to show what it did, in milliseconds. */
const patience = 2_000;

/** One process at work: the log, what follows it, and the commands that change it. */
export class SynpunkterNode {
  readonly organisation: Fold<Organisation>;
  readonly directory: Fold<Directory>;
  /** Whether mail is held until a person releases it. */
  readonly mailHold: Fold<boolean>;
  readonly inbox: OpenView;
  readonly caseIndex: OpenView;
  /** What reports are made of. No command waits for it. */
  readonly promises: OpenView;
  /** Answers questions about them, in a thread of its own. */
  readonly reports: ReportThread;
  /** Suggests where a text belongs, in another. */
  readonly routing = new RoutingThread();
  readonly reactions: NodeReactions;
  readonly dated: NodeDatedWork;
  readonly mailer: Mailer;
  readonly mailLinks: MailLinks;
  readonly visits: Visits;
  readonly commands: CaseCommands;
  readonly rush = new Rush();
  private readonly files: Database[] = [];
  private readonly stopping = new AbortController();
  private followers: readonly Follower[] = [];
  private running: Promise<unknown> = Promise.resolve();
  private beginning: Promise<void> = Promise.resolve();
  private hasBegun = false;
  private readonly lastSteps: (() => Promise<void>)[] = [];

  /** Everything in its place and nothing at work yet. */
  constructor(readonly parts: NodeParts) {
    const { log, keys } = parts;
    const { now } = this;
    this.organisation = new Fold(this.file(organisationFold), organisationFold);
    this.directory = new Fold(this.file(directoryFold), directoryFold);
    this.mailHold = new Fold(this.file(mailHold), mailHold);
    this.inbox = openView(inbox(), (view) => this.file(view));
    this.caseIndex = openView(caseIndex(), (view) => this.file(view));
    this.promises = openView(promises(), (view) => this.file(view));
    this.reports = new ReportThread(viewFile(parts.viewsFolder, promises()));
    this.commands = new CaseCommands(log, (appended) => this.settled(appended));
    const at = {
      parts,
      commands: this.commands,
      file: (view: ViewName) => this.file(view),
      organisation: () => this.organisation.state,
      inbox: this.inbox.db,
      current: () => this.current(),
      giveWay: this.rush.giveWay,
    };
    this.reactions = nodeReactions({ ...at, clock: { now, inDoubt: () => this.clock.guess() !== undefined } });
    const hold = () => this.mailHold.state || (parts.mail.hold?.() ?? false);
    this.dated = nodeDatedWork({
      ...at,
      hold,
      directory: () => this.directory.state,
      atBoardsOfToday: (caller) => this.atBoardsOfToday(caller),
      mayHandle: (personId, state) => this.mayHandle(personId, state),
    });
    this.visits = new Visits(log, now);
    this.mailLinks = new MailLinks(log, this.mac, parts.sender.publicUrl);
    this.mailer = new Mailer({
      ...parts.mail,
      now,
      hold,
      log,
      keys,
      db: this.file(outboxView),
      start: randomUUID(),
      links: ({ noticeId, language }) => ({ follow: this.mailLinks.linkOf(noticeId, language) }),
    });
  }

  /** Opens everything, tells an empty log what the organisation is, and begins to follow. Resolves when the views are current, or, if it is patient, after a while. */
  static async open(parts: NodeParts): Promise<SynpunkterNode> {
    const node = new SynpunkterNode(parts);
    node.beginning = node.begin();
    await (parts.patient ? waitAwhile(node.beginning, parts.log) : node.beginning);
    node.beginning.catch((error: unknown) => node.failed(error));
    return node;
  }

  /** Whether this node is at work: it has been at the end of the log. */
  get begun(): boolean {
    return this.hasBegun;
  }

  /** Does this before anybody is served: at once if the node has begun, else as the last step of its beginning. */
  async beforeServing(work: () => Promise<void>): Promise<void> {
    if (this.hasBegun) await work();
    else this.lastSteps.push(work);
  }

  /** What fails while it stops fails because of that. */
  private failed(error: unknown): void {
    if (!this.stopping.signal.aborted) this.parts.fatal(error);
  }

  private async begin(): Promise<void> {
    const { log, fatal, patient = false } = this.parts;
    const { signal } = this.stopping;
    const reach = <T>(work: () => Promise<T>) => (patient ? whenReachable(work, signal) : work());
    await reach(() => recogniseLog({ ...this.parts, processors: this.processors }));
    await reach(() => introduce(this.parts));
    await reach(() => makeAnew(log, this.processors, signal));
    const feed = await reach(() => Feed.open(log, signal, fatal));
    if (!feed) return;
    this.followers = this.processors.map((processor) => new Follower(feed, processor, signal, this.gathers(processor)));
    this.running = Promise.all(this.followers.map((follower) => follower.run()));
    await reach(() => this.current());
    for (let step = this.lastSteps.shift(); step; step = this.lastSteps.shift()) await reach(step);
    if (signal.aborted) return;
    this.mailer.start();
    this.dated.nightShift.start();
    this.hasBegun = true;
    setTimeout(() => this.prepareRouting(), quietMoment).unref();
  }

  private prepareRouting(): void {
    if (!this.stopping.signal.aborted) this.routing.prepare(this.organisation.state);
  }

  /** A keyed hash, under a key of its own for each purpose. */
  readonly mac = (purpose: string, value: string): Buffer => this.parts.keys.mac(purpose, value);

  /** What follows the log, by name. */
  get processors(): readonly TableProcessor[] {
    return [
      this.organisation,
      this.directory,
      this.mailHold,
      this.inbox.processor,
      this.caseIndex.processor,
      this.promises.processor,
      ...Object.values(this.reactions),
      this.dated.clockConfirmations,
      this.dated.dueWork,
      this.dated.undatedReceipts,
      this.dated.digests,
      this.mailer.outbox,
    ];
  }

  /** Begins a stream with these events, unless somebody has begun it. */
  async tellOnce(stream: string, correlationId: string, events: readonly NewEvent[]): Promise<void> {
    if ((await headOf(this.parts.log, stream)) !== 'no-stream') return;
    const context = { actor: 'system', commandId: deriveUuid('begin', stream), correlationId, recordedAt: this.now() };
    await this.settled(await this.parts.log.append(stream, 'no-stream', events, context));
  }

  /** What the time may be while dates cannot be taken from the clock, as ISO 8601 in UTC; undefined if they can. */
  readonly clock = { guess: (): string | undefined => this.dated.nightShift.guess() };

  /**
   * What time it is, as ISO 8601 in UTC: by the clock of this machine, or, while that is in doubt, what it may be. Whatever is recorded goes by
   * it, so that a clock that has jumped leaves no trace in the log.
   */
  readonly now = (): string => this.clock.guess() ?? this.parts.now();

  /** A case as its stream tells it now. */
  async caseState(caseId: string): Promise<Case> {
    return (await replayCase(this.parts.log, caseId)).state;
  }

  /** A caller with the rights that they have at the boards of today. */
  atBoardsOfToday<Anybody extends Caller>(caller: Anybody): Anybody {
    const today = localDate(this.now());
    return followBoards(caller, (board) => boardsReachedFrom(this.organisation.state, board, today));
  }

  /** Whether a person of the staff may handle a case, as it stands or as it would be. */
  mayHandle(personId: string, state: ReceivedCase): boolean {
    return this.mayHandleSuch(personId, subjectOf(state));
  }

  /** Whether a person of the staff may handle cases that stand so to the walls. */
  mayHandleSuch(personId: string, walled: Walled): boolean {
    const may = (caller: Caller) => allow(this.atBoardsOfToday(caller), 'answer', { caseId: '', ...walled }) === 'allowed';
    return isOneWho(this.directory.state, personId, may);
  }

  /** Whether this node shows what the log says. Resolves to false if it does not within so many milliseconds. */
  async reached(position: Appended['position'], within = patience): Promise<boolean> {
    const reached = await Promise.all(this.readers.map((follower) => follower.reached(position, within)));
    return reached.every(Boolean);
  }

  /** Resolves when reports are made of all that stands in the log now, or when it is not worth waiting longer. */
  async reportsCurrent(): Promise<void> {
    const head = await this.parts.log.head();
    const follower = this.followers.find(({ processor }) => processor === this.promises.processor);
    if (head !== 'empty') await follower?.reached(head, patience);
  }

  health(): Promise<NodeHealth> {
    return healthOf(this, this.followers);
  }

  /** Resolves when nothing is owed: everything has reached the end of the log, and no number, notice or mail waits. */
  async quiet(): Promise<void> {
    while (!(await this.isQuiet())) await new Promise((resolve) => setTimeout(resolve, 1));
  }

  /** Finishes what is in hand and closes everything. */
  async stop(): Promise<void> {
    await Promise.all([...Object.values(this.reactions), this.dated.nightShift].map((one) => one.stop()));
    await Promise.all([this.reports.close(), this.routing.close()]);
    await this.mailer.stop();
    this.stopping.abort();
    await this.running;
    const isWell = this.followers.length > 0 && this.followers.every(({ trouble }) => trouble === undefined);
    this.closeViews();
    if (isWell) noteWhatWasLeft(this.parts.viewsFolder);
    await this.parts.log.close();
    await this.parts.keys.close();
  }

  /** Closes the files of what follows the log, so that they can be moved. */
  closeViews(): void {
    for (const file of this.files) file.close();
  }

  private file(view: ViewName): Database {
    const { viewsFolder, openFile = openDisposable } = this.parts;
    const file = openFile(viewsFolder, view);
    this.files.push(file);
    return file;
  }

  private gathers(processor: TableProcessor): number {
    const { recounts, answerPromises, diaryNumbers, noticeRequests } = this.reactions;
    const unhurried: readonly TableProcessor[] = [
      this.promises.processor,
      this.dated.dueWork,
      this.dated.digests,
      recounts,
      answerPromises,
    ];
    const acting: readonly TableProcessor[] = [diaryNumbers, noticeRequests, this.mailer.outbox];
    if (unhurried.includes(processor)) return gathering.unhurried;
    return acting.includes(processor) ? gathering.acting : 0;
  }

  /** What pages and commands read: these a command waits for. */
  private get readers(): Follower[] {
    const names = ['organisation', 'directory', 'inbox', 'case-index'];
    return this.followers.filter(({ processor }) => names.includes(processor.name));
  }

  private async isQuiet(): Promise<boolean> {
    const head = await this.parts.log.head();
    if (head === 'empty') return true;
    await Promise.all(this.followers.map((follower) => follower.reached(head, Infinity)));
    const { waiting, claimed } = this.mailer.health();
    const { nightShift, digests } = this.dated;
    const isSure = nightShift.clockTrouble() === undefined;
    const { diaryNumbers, noticeRequests } = this.reactions;
    const reactions = isSure ? Object.values(this.reactions) : [diaryNumbers, noticeRequests];
    const owed = reactions.reduce((sum, reaction) => sum + reaction.owed(), 0);
    const dated = isSure ? nightShift.overdue() + digests.owed() + Number(digests.undecided()) : 0;
    return owed + dated + waiting + claimed === 0 && (await this.parts.log.head()) === head;
  }

  private async settled({ position }: Appended): Promise<void> {
    await this.reached(position);
  }

  private async current(): Promise<void> {
    const head = await this.parts.log.head();
    if (head !== 'empty') await this.reached(head, Infinity);
  }
}
