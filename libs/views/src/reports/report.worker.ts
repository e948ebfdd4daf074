import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from '#sqlite';
import { QuestionRefused } from './ask.js';
import { casesBehind } from './cases-behind.js';
import { freezeReport } from './frozen-report.js';
import { promiseReport } from './promise-report.js';
import type { Answered, AskedWish, ReportAnswers, ReportWish } from './report-thread.js';

const db = openDatabase(workerData as string, { synchronous: 'NORMAL', readonly: true });

parentPort?.on('message', ({ number, wish }: AskedWish) => {
  parentPort?.postMessage(answered(number, wish));
});

function answered(number: number, wish: ReportWish): Answered {
  try {
    return { number, answer: answer(wish) };
  } catch (error) {
    if (error instanceof QuestionRefused) return { number, refused: { field: error.field, code: error.code } };
    return { number, failed: String(error) };
  }
}

function answer(wish: ReportWish): ReportAnswers[keyof ReportAnswers] {
  switch (wish.want) {
    case 'report':
      return promiseReport(db, wish.question);
    case 'cases':
      return casesBehind(db, wish.question, wish.reach, wish.wanted);
    case 'frozen':
      return freezeReport(db, wish.reportId, wish.question);
  }
}
