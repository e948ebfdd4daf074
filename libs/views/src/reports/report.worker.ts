import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from '#sqlite';
import { QuestionRefused } from './ask.js';
import { casesBehind } from './cases-behind.js';
import { freezeReport } from './frozen-report.js';
import { promiseReport } from './promise-report.js';
import type { Answered, ReportAnswers, ReportWish } from './report-thread.js';
import { freezeTables } from './tables/frozen-tables.js';
import { promiseTables } from './tables/promise-tables.js';

const db = openDatabase(workerData as string, { synchronous: 'NORMAL', readonly: true });

parentPort?.on('message', (wish: ReportWish) => {
  parentPort?.postMessage(answered(wish));
});

function answered(wish: ReportWish): Answered {
  try {
    return { answer: answer(wish) };
  } catch (error) {
    if (error instanceof QuestionRefused) return { refused: { field: error.field, code: error.code } };
    return { failed: String(error) };
  }
}

function answer(wish: ReportWish): ReportAnswers[keyof ReportAnswers] {
  switch (wish.want) {
    case 'report':
      return promiseReport(db, wish.question, wish.reach);
    case 'cases':
      return casesBehind(db, wish.question, wish.reach, wish.wanted);
    case 'frozen':
      return freezeReport(db, wish.freezing, wish.question, wish.reach);
    case 'tables':
      return promiseTables(db, wish.question);
    case 'frozen-tables':
      return freezeTables(db, wish.freezing, wish.question);
  }
}
