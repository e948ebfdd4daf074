import type { Difference, LogHead, LogMemory } from '#event-log';
import type { Keys } from '#keys';
import type { Settings } from '#settings';
import { cannotStart, type Oddity } from './cannot-start.js';

/**
 * What is remembered of the log lies with the keys: whoever exchanges or restores the one without the other is asked. It is written after
 * an append was acknowledged and is never ahead of the log, so that no power cut makes a good log look cut.
 */
export class RememberedLog implements LogMemory {
  /** Whether something was not as it was left, and a person said before the start that it is to be taken as it is. */
  accepted = false;

  constructor(
    private readonly keys: Keys,
    private readonly settings: Pick<Settings, 'dataDir' | 'keysDir' | 'eventStoreUrl'>,
    private readonly acceptOlderLog: boolean,
  ) {}

  recall(): LogHead | undefined {
    return this.keys.recall() as LogHead | undefined;
  }

  remember(head: LogHead): void {
    this.keys.remember(head);
  }

  differs(difference: Difference, { logId }: { readonly logId: string | undefined }): void {
    this.isOdd(difference, logId);
  }

  /** Goes on if a person has accepted it. @throws CannotStart */
  isOdd(oddity: Oddity, logId?: string): void {
    if (!this.acceptOlderLog) throw cannotStart({ settings: this.settings, oddity, remembered: this.recall(), logId });
    this.accepted = true;
  }
}
