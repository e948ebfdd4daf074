import { uuidOf } from '#event-log';
import { type Mac } from '../ids/mac.js';

/**
 * The pseudonymous id of a person of the staff. Made of issuer and subject only: a name or an address may pass to someone
 * else, and the same subject at another issuer is another person (OpenID Connect Core, 5.7).
 */
export function personIdOf(issuer: string, subject: string, mac: Mac): string {
  return uuidOf(mac('person', JSON.stringify([issuer, subject])));
}

/** The id under which rights wait for whoever first logs in with this address, confirmed by the issuer. */
export function invitationIdOf(email: string, mac: Mac): string {
  return uuidOf(mac('invitation', email.trim().normalize('NFC').toLowerCase()));
}

/** Whose rights a console command means: what has an `@` is an address, anything else a subject at the issuer. */
export function granteeOf(subjectOrEmail: string, issuer: string, mac: Mac): string {
  return subjectOrEmail.includes('@') ? invitationIdOf(subjectOrEmail, mac) : personIdOf(issuer, subjectOrEmail, mac);
}

/** The stream of a person, or of an invitation. The same id is the correlation id of its events. */
export function personStream(id: string): string {
  return `person-${id}`;
}
