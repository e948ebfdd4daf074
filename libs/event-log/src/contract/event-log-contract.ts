import { appending } from './appending.js';
import { following } from './following.js';
import { reading } from './reading.js';
import { sealing } from './sealing.js';
import { newSetting, type Opened, type StoreUnderTest } from './setting.js';
import { validating } from './validating.js';

/** What holds for a log whatever keeps it. */
export function eventLogContract(store: StoreUnderTest): void {
  describe(`the event log on ${store.name}`, () => {
    const setting = newSetting();
    let opened: Opened | undefined;
    const here = (): Opened => {
      if (!opened) throw new Error('the log is not open yet');
      return opened;
    };

    beforeAll(async () => {
      opened = await store.open(setting);
    });
    afterAll(async () => {
      await opened?.log.close();
      await store.close?.();
      await setting.remove();
    });

    appending(here);
    reading(here);
    following(here, () => store.reopen(setting));
    sealing(here, setting);
    validating(here);
  });
}
