import type { Difference, LogHead } from '#event-log';
import type { Settings } from '#settings';

/** What was found at the start is not what was left, and a person must say how to go on; the message tells what it is and the ways on. */
export class CannotStart extends Error {}

/** Also what only a node sees: its views show more than the log holds, or they show another log. */
export type Oddity = Difference | 'older-than-views' | 'views-of-another';

interface Found {
  readonly settings: Pick<Settings, 'dataDir' | 'keysDir' | 'eventStoreUrl'>;
  readonly oddity: Oddity;
  readonly remembered?: LogHead | undefined;
  /** The id of the log that stands there. */
  readonly logId?: string | undefined;
}

export function cannotStart({ settings, oddity, remembered, logId = 'none' }: Found): CannotStart {
  const { dataDir, keysDir, eventStoreUrl } = settings;
  const log = eventStoreUrl === undefined ? `The log in ${dataDir} (DATA_DIR)` : 'The log in EventStoreDB (EVENTSTORE_URL)';
  const keys = `the keys in ${keysDir} (KEYS_DIR)`;
  const last = remembered && `${remembered.stream}@${remembered.revision}, recorded at ${remembered.recordedAt}`;
  const what: Readonly<Record<Oddity, string>> = {
    missing: `${log} is missing or empty, but ${remembered ? `${keys} belong to log ${remembered.logId}` : `there are views of one`}.`,
    another: `${log} is ${logId}, but ${keys} belong to log ${remembered?.logId}: one of them is of another installation.`,
    older: `${log} is older than ${keys}, or was cut: it does not hold ${last}, which somebody was told to be in it.`,
    sealed: `${log} is sealed with other keys than ${keys}: they are missing, older than the log or of another installation.`,
    'older-than-views': `${log} is older than the views in ${dataDir}, or was cut: they show events that it does not hold.`,
    'views-of-another': `${log} is ${logId}, but the views in ${dataDir} show another log.`,
  };
  return new CannotStart(`${what[oddity]} ${oddity === 'sealed' ? putKeysBack : putBack} Nothing was changed.`);
}

/** There is a log, and nowhere a key: to make new ones would only hide that the others are gone. */
export const keysAreMissing = ({ dataDir, keysDir }: Pick<Settings, 'dataDir' | 'keysDir'>): CannotStart =>
  new CannotStart(
    `There is a log in ${dataDir} (DATA_DIR), but there are no keys in ${keysDir} (KEYS_DIR). ${putKeysBack} Nothing was changed.`,
  );

const accept =
  'start once with `npm start -- --accept-older-log`: the views are then made anew, and mail is held until `synpunkter mail release`.';

const putBack = `Put back what belongs together (\`synpunkter restore\` puts a backup into empty folders), or, if you know that this is the log to go on with, ${accept}`;

const putKeysBack = `Set KEYS_DIR to where its keys are, or put them back (\`synpunkter restore\` puts a backup into empty folders). Only if they are lost for ever, and with them every name and text that they sealed, ${accept}`;
