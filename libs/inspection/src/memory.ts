import type { LogHead, LookedAt } from '#event-log';

/**
 * The log beside what the keys remember of it: whether it is the one that they belong to, and goes as far as somebody was told it does. Ask
 * what is remembered before the log is opened: it is never ahead of it then.
 */
export async function unlikeRemembered(log: LookedAt, remembered: LogHead | undefined): Promise<string | undefined> {
  if (log.id === undefined) return 'it does not begin by saying which log it is';
  if (!remembered) return undefined;
  if (log.id !== remembered.logId) return `the keys belong to another log, ${remembered.logId}`;
  const { stream, revision, eventId } = remembered;
  return (await log.holds(remembered))
    ? undefined
    : `${stream}@${revision} (${eventId}) is not there, which somebody was told to be in it: the log was cut, or is older than the keys`;
}
