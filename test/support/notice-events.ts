import type { NoticeEvent, NoticeFacts } from '#notices';
import { exampleOf } from './event-schemas.js';

/** The recorded example of a type, with these differences. */
export const noticeEvent = <Type extends keyof NoticeFacts>(type: Type, data: Partial<NoticeFacts[Type]> = {}): NoticeEvent =>
  ({ type, data: { ...exampleOf(type), ...data } }) as unknown as NoticeEvent;
