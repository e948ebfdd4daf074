import type { CaseEvent, CaseFacts } from '#cases';
import type { Recorded } from '#event-log';
import type { OnEvent } from '#processors';
import type { Database } from '#sqlite';

type Facts<Type extends keyof CaseFacts> = Recorded & { readonly data: CaseFacts[Type] };

/** One function per case event that a view cares about, each with the data of its own type. */
export type CaseOn = { readonly [Type in keyof CaseFacts]?: (db: Database, event: Facts<Type>, caseId: string) => void };

/** What a view writes because of case events, as the processor wants it: the case id is the name of the stream after `case-`. */
export const onCaseEvents = (on: CaseOn): Record<string, OnEvent> =>
  Object.fromEntries(
    Object.entries(on).map(([type, write]) => [
      type,
      (db: Database, event: Recorded) => {
        (write as (db: Database, event: Recorded, caseId: string) => void)(db, event, caseIdOf(event));
      },
    ]),
  );

const caseIdOf = ({ stream }: Recorded): string => stream.slice('case-'.length);

/** Narrows what the log hands on: in a stream `case-…` stand case events, checked against their schemas when appended. */
export const asCaseEvent = (event: Recorded): CaseEvent => event as unknown as CaseEvent;
