import { loadEvaluationMailbox, type EvaluationMailbox } from '#mailer';
import { ended, request } from '#test/a-mailer';
import { aPostOffice } from '#test/a-post-office';

const office = aPostOffice();
let mailbox: EvaluationMailbox;

beforeEach(async () => {
  const { startEvaluationMailbox } = await loadEvaluationMailbox();
  mailbox = await startEvaluationMailbox({ port: 0, host: '127.0.0.1', keep: 3 });
});
afterEach(() => mailbox.close());

it('takes what the mailer sends and shows it as people see it, newest first', async () => {
  await office.mailing(mailbox);
  const id = await request(office.on, { to: 'karin.lindqvist@example.com' });
  await ended(office.on, id);
  const [mail] = await mailbox.messages();
  expect(mail).toMatchObject({
    id: 1,
    from: '"Region Gotland" <synpunkter@gotland.example>',
    to: ['karin.lindqvist@example.com'],
    subject: 'Vi har tagit emot din synpunkt (RG-WD5C-429E-A093)',
  });
  expect(mail?.text).toContain('Du får svar senast torsdag 10 december 2026.');
  expect(mail?.html).toContain('<b>Du får svar senast torsdag 10 december 2026.</b>');
  expect(mail?.headers).toContainEqual({ name: 'Auto-Submitted', value: 'auto-generated' });
  expect(mail?.raw).toContain(`<${id}@gotland.example>`);
});

it('keeps only the newest', async () => {
  await office.mailing(mailbox);
  for (let n = 0; n < 5; n += 1) await ended(office.on, await request(office.on));
  expect((await mailbox.messages()).map(({ id }) => id)).toEqual([5, 4, 3]);
  expect([await mailbox.message(5), await mailbox.message(1)]).toMatchObject([{ id: 5 }, undefined]);
});
