/** Where the evaluation issuer is mounted in the server. */
export const mountPath = '/dev/oidc';

/** The client id of our own pages at the evaluation issuer; public, so anything on this machine may use it too. */
export const evaluationClientId = 'synpunkter';

export const evaluationIssuerUrl = (publicUrl: string) => withoutSlash(publicUrl) + mountPath;

/** What access tokens are made for; also the `resource` that a client asks them for (RFC 8707). */
export const apiAudience = (publicUrl: string) => `${withoutSlash(publicUrl)}/api/v1`;

const withoutSlash = (url: string) => url.replace(/\/+$/, '');

/** Where people are sent to pick a person, under the mount. */
export const interactionPath = '/interaction/';

/** The cookie in which the provider would remember who is logged in. */
export const sessionCookieName = 'evaluation-session';
