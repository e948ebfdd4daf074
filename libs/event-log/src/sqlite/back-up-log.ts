import { copyTo, openDatabase } from '#sqlite';
import { checkLogFile, type LogFacts } from './log-facts.js';

/**
 * Copies the log of a SQLite file as it stands at one moment, while others append, and checks the copy.
 * @throws Error if the target exists, or if the copy is not whole
 */
export async function backUpLog(file: string, target: string): Promise<LogFacts> {
  const db = openDatabase(file, { synchronous: 'FULL' });
  try {
    await copyTo(db, target);
  } finally {
    db.close();
  }
  return checkLogFile(target);
}
