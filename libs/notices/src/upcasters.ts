/**
 * Notice events as they were recorded before they knew what they know today, for the codec of the log: by type, and the version that is
 * brought to the next. What was held back in version 1 was never sent.
 */
export const noticeUpcasters = {
  NoticeHeldBack: {
    1: ({ reason }: Readonly<Record<string, unknown>>) => ({
      reason: reason === 'daily-cap' ? 'address-cap' : reason,
      until: null,
      since: null,
    }),
  },
};
