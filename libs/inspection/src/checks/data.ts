import type { EventSchemas } from '#event-log';
import type { Check } from '../check.js';

/** Data satisfy the schema of their type and version, and stand in the very form in which they are written. */
export const dataCheck = (schemas: EventSchemas): Check => ({
  kind: 'data',
  meet({ stored: { type, data }, metadata }) {
    const schema = metadata && schemas.version(type, metadata.schemaVersion);
    if (!schema) return undefined;
    const parsed = parse(data);
    if (parsed === undefined) return 'its data are no JSON object';
    if (JSON.stringify(parsed) !== data) return 'its data are not as the program writes them';
    return schema.storedComplaint(parsed);
  },
});

function parse(json: string): object | undefined {
  try {
    const parsed: unknown = JSON.parse(json);
    return typeof parsed === 'object' && parsed !== null ? parsed : undefined;
  } catch {
    return undefined;
  }
}
