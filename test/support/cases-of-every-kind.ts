import type { CaseSubject } from '#identity';
import { anApi, apiOf } from './an-api.js';
import type { ListedCase, Receipt } from './an-authority.js';
import type { AServer } from './a-server.js';
import { eventually } from './eventually.js';

/** How a case can stand to the people of the evaluation. */
export type Kind = 'own' | 'other' | 'triage' | 'triage, may be secret' | 'offered' | 'offered, secret' | 'secret' | 'missing';

/** A case to be asked for, and what is true of it; one that does not exist has nothing that is true. */
export interface AskedCase {
  readonly caseId: string;
  readonly subject: CaseSubject | undefined;
  /** Stands in its text, its place and the name of its submitter, and nowhere else. */
  readonly mark: string;
  readonly receiptCode: string;
}

/** An id that no case has. */
export const nowhere = '3f2a8c1e-5b7d-4e90-9a61-2c4d8e6f0b13';

const roads = { text: 'Plogbilen har inte kört på tre dagar.', category: 'GATA.SNOROJNING' };
const building = { text: 'Bygglovet dröjer och ingen svarar.', category: 'BYGG.BYGGLOV' };
const care = { text: 'Hemtjänsten kommer olika tider.', category: 'AO.HEMTJANST' };
const unclear = { text: 'Hej hej, det här var konstigt.' };
const protectedIdentity = { text: 'Jag har skyddade personuppgifter. Det är mörkt.' };

/** Takes some seconds. @param address where the acknowledgement of the own case goes */
export async function casesOfEveryKind(server: AServer, address: string): Promise<Readonly<Record<Kind, AskedCase>>> {
  let count = 0;
  const made = async (said: typeof unclear, reader: string, more: object = {}): Promise<Made> => {
    const mark = `Kvarn${++count}e`;
    const told = { ...said, text: `${said.text} ${mark}.`, place: mark, contact: { name: mark, ...more } };
    const receipt = (await anApi(server).post('/submissions', { kind: 'klagomal', language: 'sv', ...told })).body as Receipt;
    const api = await apiOf(server, reader);
    const listed = async () => (await api.get('/cases?limit=200')).body.cases as readonly ListedCase[];
    const registered = async () => (await listed()).find((one) => one.reference === receipt.reference && one.diaryNumbers.length > 0);
    return { ...(await eventually(registered)), mark, receiptCode: receipt.receiptCode };
  };
  const offered = async (said: typeof unclear, officer: string): Promise<Made> => {
    const one = await made(said, officer);
    const offer = { board: 'TN', reason: 'Er fråga.', secrecyBasis: 'no-harm' };
    const { status } = await (await apiOf(server, officer)).post(`/cases/${one.caseId}/transfers`, offer);
    if (status !== 201) throw new Error(`the case was not offered: ${status}`);
    return one;
  };
  const secrecy = true;
  return {
    own: asked(await made(roads, 'hanna.handlaggare-tn', { email: address }), 'TN'),
    other: asked(await made(building, 'hedda.handlaggare-mbn'), 'MBN'),
    triage: asked(await made(unclear, 'karin.kundtjanst'), 'RS', { inTriage: true }),
    'triage, may be secret': asked(await made(protectedIdentity, 'karin.kundtjanst'), 'RS', { inTriage: true, secrecy }),
    offered: asked(await offered(building, 'hedda.handlaggare-mbn'), 'MBN', { offeredTo: 'TN' }),
    'offered, secret': asked(await offered(care, 'helena.handlaggare-son'), 'SON', { offeredTo: 'TN', secrecy }),
    secret: asked(await made(care, 'helena.handlaggare-son'), 'SON', { secrecy }),
    missing: { caseId: nowhere, subject: undefined, mark: 'Kvarn0e', receiptCode: '' },
  };
}

type Made = Pick<ListedCase, 'caseId'> & Pick<Receipt, 'receiptCode'> & { readonly mark: string };

const asked = ({ caseId, mark, receiptCode }: Made, boardCode: string, more: Partial<CaseSubject> = {}): AskedCase => ({
  ...{ caseId, mark, receiptCode },
  subject: { caseId, boardCode, secrecy: false, inTriage: false, ...more },
});
