import { existsSync } from 'node:fs';
import { caseNameOf, viewFile, viewsFolder } from '#node';
import { openDatabase } from '#sqlite';
import { caseByName, caseIndex, caseInLog } from '#views';
import { CannotDo } from './verb.js';
import type { Workplace } from './with-records.js';

/**
 * The id of a case by what a person holds in hand: the case id, the public reference or a diary number. Asks the view, which a
 * server may be writing meanwhile; where it does not know, the log itself.
 * @throws CannotDo if no case bears that name
 */
export async function findCase(asked: string, { log, settings }: Workplace): Promise<string> {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(asked)) return asked.toLowerCase();
  const [prefix = ''] = asked.trim().toUpperCase().split(/[-\s]/);
  const name = caseNameOf(asked, prefix);
  const caseId = inView(settings.dataDir, name) ?? (await caseInLog(log, name));
  if (caseId === undefined) throw new CannotDo(`No case has the reference or diary number ${name}.`);
  return caseId;
}

function inView(dataDir: string, name: string): string | undefined {
  const file = viewFile(viewsFolder(dataDir), caseIndex());
  if (!existsSync(file)) return undefined;
  const db = openDatabase(file, { synchronous: 'NORMAL', readonly: true });
  try {
    return caseByName(db, name);
  } finally {
    db.close();
  }
}
