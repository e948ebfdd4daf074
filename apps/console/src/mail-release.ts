import { parseArgs } from 'node:util';
import { changeMailHold, releaseMail } from '#mailer';
import { now } from './surroundings.js';
import type { Print } from './verb.js';
import { waitingMail } from './waiting-mail.js';
import { withRecords } from './with-records.js';

export const name = 'mail release';

export const summary = 'Lets mail go out again, after a restore or a hold';

export const help = `synpunkter mail release

Says that what waits may be sent. After a restore nothing is sent before; look at \`synpunkter mail waiting\` first.
It is recorded in the log, every running node obeys within a moment, and the health page shows \`holding\` no more.

  synpunkter mail release
`;

export async function run(args: string[], print: Print): Promise<number> {
  parseArgs({ args });
  return withRecords(async ({ log }) => {
    const waiting = await waitingMail(log);
    const released = await changeMailHold(log, releaseMail, now());
    print(released ? `Released. ${waiting.length} mails waited and go out now.\n` : 'Mail was not held.\n');
    return 0;
  });
}
