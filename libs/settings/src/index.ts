/** WHAT IS SET FROM OUTSIDE: reads the environment once and checks it as a whole. Knows nothing of what the settings are used for. */
export { BadSettings, type Variables } from './environment.js';
export { type OpenIdSettings } from './open-id.js';
export { type SmtpSettings } from './relay.js';
export { readSettings, type Settings } from './settings.js';
