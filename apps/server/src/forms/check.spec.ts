import { SubmissionRequest } from '../submissions/submission.request.js';
import { byFieldName, submissionSaid } from '../submissions/submission-form.js';
import { check } from './check.js';

const filled = { kind: 'klagomal', text: 'Det är halt.', language: 'sv', category: '', place: '', name: '', email: '', phone: '' };
const faultsOf = async (fields: Readonly<Record<string, string>>) => {
  const checked = await check(SubmissionRequest, submissionSaid({ ...filled, ...fields }));
  return 'faults' in checked ? byFieldName(checked.faults) : {};
};

it('takes a field that was left empty as one that was not given', async () => {
  expect(await check(SubmissionRequest, submissionSaid(filled))).toMatchObject({ asked: { kind: 'klagomal', text: 'Det är halt.' } });
});

it('tells what is missing from what is wrong', async () => {
  expect(await faultsOf({ kind: '', text: '  ', email: 'anna.svensson' })).toEqual({ kind: 'missing', text: 'missing', email: 'wrong' });
});

it('takes a text that shows nothing as one that is missing', async () => {
  expect(await faultsOf({ text: '\u200b\u0301\ufe0f', place: '\u3164' })).toEqual({ text: 'missing' });
});

it('takes out of a text what nobody sees, and says of what is left how much too long it is', async () => {
  const place = 'a'.repeat(499);
  expect(await faultsOf({ text: 'a\u0000b\f', place: `${place}\u0007\uffff` })).toEqual({});
  expect(await faultsOf({ text: 'å'.repeat(20_003), place: `${place}🙂🙂` })).toEqual({
    text: { length: 20_003, max: 20_000 },
    place: { length: 501, max: 500 },
  });
});

it('refuses a text with half a sign', async () => {
  expect(await faultsOf({ text: 'a\ud800' })).toEqual({ text: 'wrong' });
});

it('refuses a form with a field that it does not have', async () => {
  await expect(check(SubmissionRequest, submissionSaid({ ...filled, role: 'admin' }))).rejects.toMatchObject({ status: 400 });
});
