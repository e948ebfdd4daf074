import type { OrganisationEvent } from '../organisation-event.js';
import type { Complaint } from './complaint.js';

/** One file of an organisation folder, as it was understood: what it tells, or why it cannot be used. Never both. */
export interface OrganisationFile {
  readonly name: string;
  readonly facts: readonly OrganisationEvent[];
  readonly complaints: readonly Complaint[];
}
