import { suggestRoute } from '#organisation';
import { replay, type CaseEvent } from '#cases';
import { caseReopened, clarificationReceived, noteAdded, reviewRequested, secrecySuspected, withBoard } from '#test/case-events';
import { wholeOrganisation } from '#test/whole-organisation';
import { suspicionIn } from './suspicion-in.js';

const routing = { suggest: (...asked: Parameters<typeof suggestRoute>) => Promise.resolve(suggestRoute(...asked)) };
const telling = 'Jag har skyddade personuppgifter.';

describe('what a submitter says later', () => {
  const suspected = async (events: readonly CaseEvent[], before: readonly CaseEvent[] = withBoard()) =>
    suspicionIn(events, replay(before), { org: await wholeOrganisation(), routing });

  it.each<CaseEvent>([
    clarificationReceived({ text: telling }),
    reviewRequested({ reason: telling }),
    caseReopened({ by: 'staff', reason: telling }),
  ])('closes the case until it is judged, in $type', async (event) =>
    expect(await suspected([event])).toEqual([{ type: 'SecrecySuspected', data: { ruleVersion: expect.any(String) } }]),
  );

  it('closes nothing where nothing in it may be secret, nor what is closed', async () => {
    expect(await suspected([clarificationReceived({ text: 'Vid kiosken.' })])).toEqual([]);
    expect(await suspected([clarificationReceived({ text: telling })], [...withBoard(), secrecySuspected()])).toEqual([]);
  });

  it('is not what the staff write between themselves', async () => expect(await suspected([noteAdded({ text: telling })])).toEqual([]));
});
