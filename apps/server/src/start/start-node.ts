import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadEventSchemas, openEventStoreLog, openSqliteLog, type EventLog } from '#event-log';
import { openKeys, type Keys } from '#keys';
import { loadEvaluationMailbox, type EvaluationMailbox, type Relay } from '#mailer';
import { readOrganisationFolder, SynpunkterNode } from '#node';
import { openTemplates } from '#notices';
import type { Settings } from '../settings/settings.js';
import { letterheadOf } from './letterhead.js';

export interface StartedNode {
  readonly node: SynpunkterNode;
  /** The mailbox inside the program, in evaluation where no relay is set. */
  readonly mailbox: EvaluationMailbox | undefined;
}

/** Opens keys, log and mail as the settings say, and puts the node to work. */
export async function startNode(settings: Settings, root: string, fatal: (error: unknown) => void): Promise<StartedNode> {
  mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 });
  const keys = openKeys({ folder: settings.keysDir, masterKeyFile: settings.masterKeyFile, create: settings.evaluation, fatal });
  const log = await openLog(settings, { keys, root, fatal });
  const mailbox = settings.smtp ? undefined : await openMailbox();
  const node = await SynpunkterNode.open({
    log,
    keys,
    viewsFolder: join(settings.dataDir, 'views'),
    organisation: () => readOrganisationFolder(settings.organisation),
    sender: { publicUrl: settings.publicUrl, replyAddress: settings.mail.replyTo },
    mail: {
      node: settings.node,
      templates: openTemplates(join(root, 'libs/notices/templates')),
      relay: mailbox ? { host: mailbox.host, port: mailbox.port } : relayOf(settings),
      letterhead: letterheadOf(settings.mail),
      ownAddresses: [settings.mail.replyTo.toLowerCase()],
    },
    now: () => new Date().toISOString(),
    fatal,
  });
  return { node, mailbox };
}

interface LogParts {
  readonly keys: Keys;
  readonly root: string;
  readonly fatal: (error: unknown) => void;
}

function openLog({ eventStoreUrl: url, dataDir }: Settings, { keys, root, fatal }: LogParts): Promise<EventLog> {
  const schemas = loadEventSchemas(join(root, 'event-schemas'));
  return url === undefined
    ? openSqliteLog({ file: join(dataDir, 'log.db'), schemas, keys, fatal })
    : openEventStoreLog({ url, schemas, keys });
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
