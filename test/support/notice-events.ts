import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NoticeEvent, NoticeFacts } from '#notices';

/** The recorded example of a type, or a fact of that type with these differences. */
export const noticeEvent = <Type extends keyof NoticeFacts>(type: Type, data: Partial<NoticeFacts[Type]> = {}): NoticeEvent =>
  ({ type, data: { ...exampleOf(type), ...data } }) as unknown as NoticeEvent;

export const exampleOf = (type: string): object =>
  JSON.parse(readFileSync(join(process.cwd(), 'event-schemas', 'examples', `${type}.v1.json`), 'utf8')) as object;
