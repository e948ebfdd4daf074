import type { Language, Personal } from '#cases';
import type { NoticeKind } from './notice-kinds.js';

/** What a template may say: texts, days as `2026-12-07`, and choices. An empty text means that there is nothing to say. */
export type Values = Readonly<Record<string, string | boolean>>;

/** Something that the submitter shall be told, before it is requested. */
export interface Draft {
  readonly kind: NoticeKind;
  readonly caseId: string;
  readonly reference: string;
  readonly language: Language;
  /** Whether it goes out without a person acting, so that the caps hold for it. */
  readonly automatic: boolean;
  readonly to: Personal;
  readonly values: Values;
  /** Values that stand sealed in the case; `request` opens them. */
  readonly personal: Readonly<Record<string, Personal>>;
}
