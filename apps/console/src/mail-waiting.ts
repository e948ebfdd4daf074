import { parseArgs } from 'node:util';
import type { Print } from './verb.js';
import { waitingMail } from './waiting-mail.js';
import { withRecords } from './with-records.js';

export const name = 'mail waiting';

export const summary = 'Lists the mail that is still to be sent';

export const help = `synpunkter mail waiting [--json]

Every notice that the log says has neither been handed to the relay nor been given up: what would go out after \`mail release\`.
After a restore, compare it with the relay's own record: what was sent after the backup was taken stands here as waiting.

  --json  as JSON, with the ids that stand in the Message-ID of each mail

  synpunkter mail waiting
`;

export async function run(args: string[], print: Print): Promise<number> {
  const { values } = parseArgs({ args, options: { json: { type: 'boolean' } } });
  const waiting = await withRecords(({ log }) => waitingMail(log));
  if (values.json === true) print(`${JSON.stringify(waiting, null, 2)}\n`);
  else if (waiting.length === 0) print('No mail waits.\n');
  else
    print(
      waiting
        .map((mail) => `${mail.requestedAt}  ${mail.status.padEnd(9)}  ${mail.kind.padEnd(15)}  ${mail.reference ?? '(to the staff)'}\n`)
        .join(''),
    );
  return 0;
}
