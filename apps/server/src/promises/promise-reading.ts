import { Injectable } from '@nestjs/common';
import type { Language } from '#cases';
import type { Caller } from '#identity';
import { replayLedger } from '#ledger';
import { SynpunkterNode } from '#node';
import { calendarNamed } from '#organisation';
import { explain, judge, localDate, type Explanation, type LocalDate, type PromiseRecord, type Verdict } from '#promises';
import { CaseReading } from '../cases/case-reading.js';
import { dayInWords, explanationInWords } from './promise-in-words.js';
import { promiseWords } from './promise.texts.js';

/** Reads what was promised in a case, whether it was kept, and why each date is what it is. */
@Injectable()
export class PromiseReading {
  constructor(
    private readonly node: SynpunkterNode,
    private readonly cases: CaseReading,
  ) {}

  /** @param asOf an instant; what was recorded later is not known, and its local day is today. Default: now */
  async read(caller: Caller, caseId: string, asOf = this.node.parts.now()) {
    const { reference } = await this.cases.read(caller, caseId);
    const ledger = await replayLedger(this.node.parts.log, caseId, asOf);
    return { caseId, reference, asOf, promises: ledger.map((promise) => this.tell(promise, localDate(asOf))) };
  }

  private tell(promise: PromiseRecord, today: LocalDate) {
    const verdict = judge(promise, today);
    const explanation = explain(promise, (version) => calendarNamed(this.node.organisation.state, version));
    return {
      id: promise.id,
      what: promise.what,
      madeAt: promise.madeAt,
      firstDue: promise.due,
      ...ruling(verdict),
      counted: promise.counted ?? null,
      words: { sv: inWords(promise, verdict.state, 'sv'), en: inWords(promise, verdict.state, 'en') },
      explanation: {
        sv: explanationInWords(explanation, 'sv'),
        en: explanationInWords(explanation, 'en'),
        days: days(explanation),
      },
    };
  }
}

const ruling = (verdict: Verdict) => ({
  due: verdict.due,
  state: verdict.state,
  keptOn: verdict.state === 'kept' ? verdict.keptOn : null,
  deliveredLateOn: (verdict.state === 'missed' ? verdict.deliveredOn : undefined) ?? null,
  releasedBecause: verdict.state === 'released' ? verdict.reason : null,
  evidence: verdict.evidence,
});

const inWords = ({ what }: PromiseRecord, state: Verdict['state'], language: Language) =>
  `${promiseWords[language].what[what]}: ${promiseWords[language].state[state].toLowerCase()}`;

/** Every day on the way to the date that stands, in the order in which the steps came to it. */
const days = ({ steps }: Explanation) =>
  steps
    .flatMap((step) => ('days' in step ? step.days : []))
    .map((day) => ({
      date: day.date,
      counted: day.counted,
      why: day.why ?? null,
      sv: dayInWords(day, 'sv') ?? null,
      en: dayInWords(day, 'en') ?? null,
    }));
