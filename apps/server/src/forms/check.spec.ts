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

it.each(['\u200b\u200d', 'a\u0000b', 'a\ud800'])('refuses a text that shows nothing or cannot be shown', async (text) => {
  expect(await faultsOf({ text })).toEqual({ text: 'wrong' });
});

it('refuses a form with a field that it does not have', async () => {
  await expect(check(SubmissionRequest, submissionSaid({ ...filled, role: 'admin' }))).rejects.toMatchObject({ status: 400 });
});
