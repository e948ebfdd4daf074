import { join } from 'node:path';
import { loadEvaluationMailbox, type EvaluationMailbox, type Relay } from '#mailer';
import { openTemplates } from '#notices';
import type { Settings } from '#settings';
import type { Share } from '#sqlite';
import { holdData } from './hold-data.js';
import { letterheadOf } from './letterhead.js';
import { SynpunkterNode } from './node.js';
import type { NodeParts } from './node-parts.js';
import { openRecords, type Records } from './open-records.js';
import { readOrganisationFolder } from './read-organisation-folder.js';
import { viewsFolder } from './view-files.js';

export interface StartedNode {
  readonly node: SynpunkterNode;
  /** The mailbox inside the program, in evaluation where no relay is set. */
  readonly mailbox: EvaluationMailbox | undefined;
  /** Finishes what is in hand, closes everything and lets go of the data folder. */
  stop(): Promise<void>;
}

export interface StartOptions {
  /** The folder of the program, with `event-schemas` in it. */
  readonly root: string;
  readonly fatal: (error: unknown) => void;
  /** Now, as ISO 8601 in UTC. Default: the clock of this machine. */
  readonly now?: () => string;
  /** Milliseconds by a clock that only runs forward, against which `now` is held. Default: that of this process. */
  readonly monotonic?: () => number;
  /** Whether to come up although the log is away, and to begin when it answers. Default: no. */
  readonly patient?: boolean;
  /** Whether a person has said that the log is to be taken as it is, also where it is older than what was left. Default: no. */
  readonly acceptOlderLog?: boolean;
  /** Who else may use the data folder meanwhile. Default: other servers. */
  readonly share?: Share;
}

/**
 * Opens keys, log and mail as the settings say, and puts the node to work.
 * @throws DataInUse if the data folder is being replaced, or is to be held alone and is not
 * @throws CannotStart if log, keys and views are not what was left and nobody has accepted that
 */
export async function startNode(settings: Settings, options: StartOptions): Promise<StartedNode> {
  const lock = holdData(settings, options.share ?? 'shared');
  const records = await openRecords(settings, options).catch((error: unknown): never => {
    lock.release();
    throw error;
  });
  const mailbox = settings.smtp ? undefined : await openMailbox();
  const relay = mailbox ? { host: mailbox.host, port: mailbox.port } : relayOf(settings);
  const node = await SynpunkterNode.open(partsOf(settings, { ...options, records, relay })).catch(
    async (error: unknown): Promise<never> => {
      await Promise.all([records.close(), mailbox?.close()]);
      lock.release();
      throw error;
    },
  );
  return {
    node,
    mailbox,
    async stop() {
      await node.stop();
      await mailbox?.close();
      lock.release();
    },
  };
}

export interface Opened extends StartOptions {
  readonly records: Records;
  readonly relay: Relay;
}

/** What a node is made of, as the settings say. */
export function partsOf(settings: Settings, opened: Opened): NodeParts {
  const { records, relay, root, fatal, now = () => new Date().toISOString(), monotonic, patient = false } = opened;
  return {
    log: records.log,
    keys: records.keys,
    memory: records.memory,
    viewsFolder: viewsFolder(settings.dataDir),
    organisation: () => readOrganisationFolder(settings.organisation),
    sender: { publicUrl: settings.publicUrl, replyAddress: settings.mail.replyTo },
    mail: {
      node: settings.node,
      templates: openTemplates(join(root, 'libs/notices/templates')),
      relay,
      letterhead: letterheadOf(settings.mail),
      caps: settings.mail.caps,
      ownAddresses: [settings.mail.replyTo, letterheadOf(settings.mail).from.address].map((address) => address.toLowerCase()),
    },
    now,
    ...(monotonic && { monotonic }),
    fatal,
    patient,
  };
}

async function openMailbox(): Promise<EvaluationMailbox> {
  const { startEvaluationMailbox } = await loadEvaluationMailbox();
  return startEvaluationMailbox({ host: '127.0.0.1', port: 0, keep: 500 });
}

function relayOf({ smtp }: Settings): Relay {
  if (!smtp) throw new Error('no relay is set');
  const { requireTLS: requireTls, ...relay } = smtp;
  return { ...relay, requireTls };
}
