/** WHAT IS SET FROM OUTSIDE: reads the environment once and checks it as a whole. Knows nothing of what the settings are used for. */
export { BadSettings, type Variables } from './environment.js';
export { readSettings, type OpenIdSettings, type Settings, type SmtpSettings } from './settings.js';
