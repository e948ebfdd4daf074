import { parseArgs } from 'node:util';
import { changeMailHold, holdMail } from '#mailer';
import { now } from './surroundings.js';
import type { Print } from './verb.js';
import { withRecords } from './with-records.js';

export const name = 'mail hold';

export const summary = 'Keeps all mail back until it is released';

export const help = `synpunkter mail hold

From now on no node begins to send; cases go on as usual, and what they cause waits. \`synpunkter mail release\` ends it.

  synpunkter mail hold
`;

export async function run(args: string[], print: Print): Promise<number> {
  parseArgs({ args });
  const held = await withRecords(({ log }) => changeMailHold(log, (before) => holdMail('asked', before), now()));
  print(held ? 'Mail is held. `synpunkter mail release` lets it go.\n' : 'Mail is held already.\n');
  return 0;
}
