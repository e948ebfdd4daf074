/** A cookie as `@fastify/cookie` sets it: `reply.setCookie(name, value, options)`. */
export interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly options: CookieOptions;
}

export interface CookieOptions {
  readonly path: '/';
  readonly httpOnly: true;
  readonly sameSite: 'lax';
  readonly secure: boolean;
  /** In seconds; 0 removes it, absent keeps it until the browser closes. */
  readonly maxAge?: number;
}

export type CookiePurpose = 'login' | 'session' | 'receipt' | 'trial';

/**
 * Over https the name has the prefix with which browsers refuse a cookie that another host or path, or plain http, has
 * set (ASVS 5.0, 3.3.1); plain http, as in evaluation on a loopback address, cannot have it.
 */
export function cookieName(purpose: CookiePurpose, publicUrl: string): string {
  return `${isSecure(publicUrl) ? '__Host-' : ''}synpunkter-${purpose}`;
}

export function makeCookie(purpose: CookiePurpose, value: string, publicUrl: string): Cookie {
  return { name: cookieName(purpose, publicUrl), value, options: optionsFor(publicUrl) };
}

export function clearCookie(purpose: CookiePurpose, publicUrl: string): Cookie {
  return { name: cookieName(purpose, publicUrl), value: '', options: { ...optionsFor(publicUrl), maxAge: 0 } };
}

function optionsFor(publicUrl: string): CookieOptions {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(publicUrl) };
}

const isSecure = (publicUrl: string) => publicUrl.startsWith('https:');
