import { Injectable } from '@nestjs/common';
import { isSecret, type Case } from '#cases';
import { SynpunkterNode } from '#node';
import { signalOn } from '#organisation';
import { replayCase } from '#views';
import { CaseReading } from '../cases/case-reading.js';
import { explanationOf } from '../cases/routing-in-words.js';

/** What the organisation says to a submitter of the signals that the rules saw in the text, where the receipt is shown. */
@Injectable()
export class Advice {
  constructor(
    private readonly node: SynpunkterNode,
    private readonly reading: CaseReading,
  ) {}

  /** A signal with something to say stops, so a case that is not secret has none and is not read. */
  async on(state: Case): Promise<string[]> {
    if (state.status === 'not-received' || !isSecret(state.known)) return [];
    const { caseId, language, receivedDate } = state.known;
    const { steps } = await replayCase(this.node.parts.log, caseId);
    const bases = steps.map(({ event: { type, data } }) => (type === 'CaseRouted' || type === 'CaseSentToTriage' ? data.basis : undefined));
    const basis = bases.find((one) => one !== undefined);
    const signals = basis && explanationOf(this.reading.open(basis.explanation))?.signals;
    return (signals ?? []).flatMap(({ code }) => {
      const signal = signalOn(this.node.organisation.state, code, receivedDate);
      return (language === 'sv' ? signal?.wordSv : signal?.wordEn) ?? [];
    });
  }
}
