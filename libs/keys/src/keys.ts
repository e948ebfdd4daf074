import { createHmac, hkdfSync } from 'node:crypto';
import { ownAllIn, type Database, type Settled } from '#sqlite';
import { Assignments } from './assignments.js';
import { keyFile } from './back-up-keys.js';
import { decrypt } from './cipher.js';
import { doorFor, doorKeyFilesIn, readDoorKeys, requireDifferent, type DoorKeyFiles, type DoorKeys } from './door-keys.js';
import { UnknownKey } from './errors.js';
import { KeyMaker, type SpareKey } from './key-maker.js';
import { KeyPool } from './key-pool.js';
import { openKeyTable, proveKeys } from './key-table.js';
import { readMasterKey } from './master-key.js';
import { Note } from './note.js';
import { Recent } from './recent.js';
import { keyIdOf, openWith, sealWith } from './sealed-text.js';
import { shredded, type Sealed, type Shredded } from './sealed.js';

export interface KeysOptions {
  /** Where `keys.db` stands; made if missing. Never the folder of the log, and never in the same backup. */
  readonly folder: string;
  readonly masterKeyFile: string;
  /** Where the keys of the doors lie; a new store makes those that are missing. Default: in the folder, as in `session.key`. */
  readonly doorKeyFiles?: DoorKeyFiles;
  /** Make the master key file if it is missing. Default: no. */
  readonly create?: boolean;
  /** Called when the key store broke in a way that only a restart mends. Default: throw. */
  readonly fatal?: (error: Error) => void;
}

/** How long a key may still be used that another process destroyed, in milliseconds. */
const rumour = 1000;
const remembered = 10_000;

/**
 * Opens or makes the key store. Several processes of one machine may share it.
 * @throws WrongMasterKey if the master key file is missing, open to others, malformed, or not the one of this store
 * @throws WrongDoorKey likewise of the keys of the doors, or if two keys are the same
 */
export function openKeys(options: KeysOptions): Keys {
  const { folder, masterKeyFile, doorKeyFiles = doorKeyFilesIn(folder), create = false, fatal = raise } = options;
  const master = readMasterKey(masterKeyFile, create);
  ownAllIn(folder);
  const file = keyFile(folder);
  const wrapping = derive(master, 'wrap');
  const db = openKeyTable(file);
  try {
    const doors = proveKeys(db, wrapping, (isNew) => requireDifferent(master, readDoorKeys(doorKeyFiles, isNew)));
    return new Keys(db, { wrapping, doors }, new KeyMaker({ file, wrapping }, fatal));
  } catch (error) {
    db.close();
    throw error;
  }
}

interface Secrets {
  /** Under it lie the keys in the store. */
  readonly wrapping: Buffer;
  readonly doors: DoorKeys;
}

/** The keys to personal data: one for each scope, which is a case and a party to it, as in `<correlation id>/submitter`. */
export class Keys {
  private readonly pool: KeyPool;
  private readonly assignments: Assignments;
  private readonly note: Note;
  private readonly byScope = new Recent<string, SpareKey>(remembered);
  private readonly byId = new Recent<string, SpareKey>(remembered);
  private readonly lookup;
  private readonly purposes = new Map<string, Buffer>();
  private destroyed: number;
  private lookedAt = Date.now();

  constructor(
    private readonly db: Database,
    private readonly secrets: Secrets,
    private readonly maker: KeyMaker,
  ) {
    this.lookup = {
      id: db.prepare('SELECT id, wrapped FROM keys WHERE id = ?'),
      scope: db.prepare('SELECT id, wrapped FROM keys WHERE scope = ? LIMIT 1'),
    };
    this.pool = new KeyPool(maker);
    this.assignments = new Assignments(maker);
    this.note = new Note(db, maker);
    this.destroyed = this.countDestroyed();
  }

  /**
   * Runs the work, which seals under at most so many scopes, as soon as enough new keys are at hand; usually at once.
   * @throws KeysUnavailable if none can be made now
   */
  reserve<T>(scopes: number, work: () => Settled<T>): Promise<T> {
    return this.pool.reserve(scopes, work);
  }

  /**
   * Only within `reserve`. What was sealed opens only at the same place. `new` says that nothing was sealed under the scope
   * before, and spares a look into the store; where that is wrong, the scope gets a second key.
   */
  seal(plain: string, scope: string, place: string, age: 'new' | 'any' = 'any'): Sealed {
    return sealWith(this.keyOf(scope, age), plain, place);
  }

  /**
   * What stands in a personal value; one that nobody has sealed yet, as it is before the log has it, is itself.
   * @throws SealBroken if the text was changed or stands in another place
   * @throws UnknownKey if the key is missing although nobody destroyed it
   */
  open(value: Sealed | string): string | Shredded {
    return typeof value === 'string' ? value : this.openSealed(value);
  }

  private openSealed(sealed: Sealed): string | Shredded {
    const key = this.keyNamed(keyIdOf(sealed));
    return key === shredded ? shredded : openWith(key, sealed);
  }

  /**
   * Destroys the keys of a scope for ever; only by decision (gallring). Other processes follow within a second.
   * Give all that was sealed in the scope too: a crash may have lost the note that a key belongs to it.
   * @returns how many keys were destroyed
   */
  async forget(scope: string, sealed: Iterable<Sealed> = []): Promise<number> {
    await this.assignments.write();
    const count = await this.maker.destroy(scope, [...sealed].map(keyIdOf));
    this.dropCaches();
    return count;
  }

  /** Grows when keys are destroyed: whoever remembers what was opened forgets it then. */
  get destroyedSoFar(): number {
    this.hearOfDestroyed();
    return this.destroyed;
  }

  /** HMAC-SHA-256 under a key of its own for each purpose, derived from that of the door which the purpose belongs to. */
  mac(purpose: string, value: string): Buffer {
    let key = this.purposes.get(purpose);
    if (!key) this.purposes.set(purpose, (key = derive(this.secrets.doors[doorFor(purpose)], `mac/${purpose}`)));
    return createHmac('sha256', key).update(value).digest();
  }

  /** What was last remembered of the log that these keys belong to; undefined if nothing ever was. */
  recall(): unknown {
    return this.note.read();
  }

  /** Remembers how far that log has come, soon and without a sync. Say it only of what is durable there. */
  remember(note: object): void {
    this.note.write(note);
  }

  async close(): Promise<void> {
    await this.assignments.write();
    await this.note.close();
    await this.maker.discard(await this.pool.drain());
    await this.maker.close();
    this.db.close();
  }

  private keyOf(scope: string, age: 'new' | 'any'): SpareKey {
    this.hearOfDestroyed();
    const recent = this.byScope.get(scope);
    if (recent) return recent;
    const known = this.assignments.get(scope) ?? (age === 'new' ? undefined : this.find('scope', scope));
    const key = known ?? this.pool.take();
    if (!known) this.assignments.add(scope, key);
    this.byScope.set(scope, key);
    this.byId.set(key.id, key);
    return key;
  }

  private keyNamed(id: string): SpareKey | Shredded {
    this.hearOfDestroyed();
    const recent = this.byId.get(id);
    if (recent) return recent;
    const key = this.find('id', id);
    if (key) {
      this.byId.set(id, key);
      return key;
    }
    if (this.db.prepare('SELECT 1 FROM destroyed WHERE key_id = ?').get(id)) return shredded;
    throw new UnknownKey(id);
  }

  private find(column: 'id' | 'scope', value: string): SpareKey | undefined {
    const row = this.lookup[column].get(value) as { id: string; wrapped: Buffer } | undefined;
    return row && { id: row.id, secret: decrypt(this.secrets.wrapping, row.wrapped, row.id) };
  }

  private hearOfDestroyed(): void {
    const now = Date.now();
    if (Math.abs(now - this.lookedAt) < rumour) return;
    this.lookedAt = now;
    if (this.countDestroyed() !== this.destroyed) this.dropCaches();
  }

  private dropCaches(): void {
    this.byScope.clear();
    this.byId.clear();
    this.destroyed = this.countDestroyed();
  }

  private countDestroyed(): number {
    return this.db.prepare('SELECT coalesce(max(number), 0) FROM destroyed').pluck().get() as number;
  }
}

function raise(error: Error): never {
  throw error;
}

/** A key for one use; different labels give keys that tell nothing of each other. */
const derive = (secret: Buffer, label: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', `synpunkter/${label}`, 32));
