import { openKeys } from '#keys';
import { OutcomeUnknown } from '../errors.js';
import { openSqliteLog } from '../open-sqlite-log.js';
import { context, moved, newStream, testSchemas } from './setting.js';

/** Appends to a log as another process of the same machine, and tells the first one what was acknowledged. */
const [task, folder, shared = newStream()] = process.argv.slice(2) as [task: string, folder: string, shared?: string];
const tell = (message: object): void => void process.send?.(message);

const keys = openKeys({ folder: `${folder}/keys`, masterKeyFile: `${folder}/master.key` });
const log = await openSqliteLog({
  file: `${folder}/log.db`,
  schemas: testSchemas(folder),
  keys,
  fatal: ({ message }) => tell({ fatal: message }),
});
tell({ id: log.id });

if (task === 'race') {
  for (let revision = -1; revision < 300; revision += 1) {
    const expected = revision < 0 ? 'no-stream' : revision;
    const won = await log.append(shared, expected, [moved(1)], context()).then(
      () => true,
      () => false,
    );
    if (won) tell({ won: revision + 1 });
  }
} else {
  await appendUntilItFails();
}
await log.close();
await keys.close();
process.disconnect();

async function appendUntilItFails(): Promise<void> {
  for (;;) {
    const stream = newStream();
    try {
      await log.append(stream, 'no-stream', [moved(), moved()], context());
      tell({ acknowledged: stream });
    } catch (error) {
      tell({ failed: error instanceof OutcomeUnknown ? 'OutcomeUnknown' : String(error) });
      return;
    }
  }
}
