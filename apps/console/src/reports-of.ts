import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventLog, Recorded } from '#event-log';
import { viewFile, viewsFolder } from '#node';
import { NotWhole, TableProcessor, takeWhole } from '#processors';
import { copyTo, openDatabase, type Database } from '#sqlite';
import { promises, QuestionRefused } from '#views';
import { CannotDo, WrongUse } from './verb.js';
import type { Workplace } from './with-records.js';

/**
 * The promises of all cases up to the end of the log, in a file that goes when the work is done: a copy of the view that a server may
 * be writing, and what it has not taken yet.
 */
export const withPromises = <Result>({ log, settings }: Workplace, work: (db: Database) => Result): Promise<Result> =>
  inFolder(async (file) => {
    await copyIfThere(viewFile(viewsFolder(settings.dataDir), promises()), file);
    return withView({ file, log }, work);
  });

/**
 * The same from nothing but the log, up to an event.
 * @throws CannotDo if that event does not stand in the log
 */
export const withPromisesUntil = <Result>(log: EventLog, lastEvent: string, work: (db: Database) => Result): Promise<Result> =>
  inFolder((file) => withView({ file, log, lastEvent }, work));

/** @throws WrongUse where a question has no answer, with why */
export function answerOrSayWhy<Answer>(answer: () => Answer): Answer {
  try {
    return answer();
  } catch (error) {
    if (error instanceof QuestionRefused) throw new WrongUse(`${error.field}: ${error.code.replaceAll('-', ' ')}.`);
    throw error;
  }
}

async function inFolder<Result>(work: (file: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'synpunkter-report-'));
  try {
    return await work(join(folder, 'promises.db'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function copyIfThere(from: string, to: string): Promise<void> {
  if (!existsSync(from)) return;
  const view = openDatabase(from, { synchronous: 'NORMAL', readonly: true });
  try {
    await copyTo(view, to);
  } finally {
    view.close();
  }
}

async function withView<Result>({ file, ...made }: Making & { file: string }, work: (db: Database) => Result): Promise<Result> {
  const db = openDatabase(file, { synchronous: 'NORMAL' });
  try {
    await follow(new TableProcessor(db, promises()), made);
    return work(db);
  } finally {
    db.close();
  }
}

/** Of what log a view is made, and up to which event; to its end if none is named. */
interface Making {
  readonly log: EventLog;
  readonly lastEvent?: string;
}

const pageSize = 500;

/** @throws CannotDo if an event cannot be counted: figures of the others would be told, and compared, as if they were all */
async function follow(view: TableProcessor, making: Making): Promise<void> {
  try {
    await takeUntil(view, making);
  } catch (error) {
    throw error instanceof NotWhole ? new CannotDo(`This event cannot be counted: ${error.message}`) : error;
  }
}

async function takeUntil(view: TableProcessor, { log, lastEvent }: Making): Promise<void> {
  let page: Recorded[] = [];
  let found = false;
  for await (const event of log.follow(await startOf(view, log), { signal: new AbortController().signal })) {
    if (event === 'caught-up') break;
    page.push(event);
    found = event.id === lastEvent;
    if (page.length < pageSize && !found) continue;
    takeWhole(view, page, log.id);
    page = [];
    if (found) break;
  }
  takeWhole(view, page, log.id);
  if (lastEvent !== undefined && !found) throw new CannotDo(`The last event of the report, ${lastEvent}, does not stand in this log.`);
}

/** After what the copy has taken, if it was made of this very log. */
async function startOf(view: TableProcessor, log: EventLog) {
  const checkpoint = view.checkpoint();
  const there = checkpoint?.logId === log.id ? await log.at(checkpoint.position) : undefined;
  if (checkpoint && there?.id === checkpoint.eventId) return checkpoint.position;
  view.restart();
  return 'start';
}
