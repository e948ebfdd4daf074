/**
 * A submitter closed the case to the browser, so that what was opened to any browser before opens nothing more. Stands in a stream of its own:
 * nobody decides anything about the case by it, and no revision of the case moves.
 */
export interface VisitsEnded {
  readonly type: 'VisitsEnded';
  readonly data: Readonly<Record<string, never>>;
}

/** Where it is recorded that the visits to a case have ended. */
export const visitStream = (caseId: string): string => `visit-${caseId}`;
