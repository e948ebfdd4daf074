import { isLoopback } from './loopback.js';
import { misspelt } from './known-names.js';

export type Variables = Readonly<Record<string, string | undefined>>;

/** The settings are wrong; the message names each variable and says what it must be. */
export class BadSettings extends Error {
  constructor(complaints: readonly string[]) {
    super(`The program cannot start with these settings:\n${complaints.map((complaint) => `  ${complaint}`).join('\n')}`);
  }
}

/** Reads variables one by one and collects what is wrong with them. An empty variable counts as not set. */
export class Environment {
  private readonly complaints: string[] = [];
  /** Every name that was asked for; what else begins or sounds like one is a slip. */
  private readonly asked = new Set<string>();

  constructor(private readonly variables: Variables) {}

  optional(name: string): string | undefined {
    const value = this.variables[name]?.trim();
    if (value && hasControls(value) && !this.asked.has(name)) this.complain(name, 'must be one line, without control characters');
    this.asked.add(name);
    return value === '' ? undefined : value;
  }

  /** Without a default the variable is required. */
  text(name: string, byDefault: string | undefined): string {
    const value = this.optional(name) ?? byDefault;
    if (value === undefined) this.complain(name, 'is required');
    return value ?? '';
  }

  port(name: string, byDefault: number): number {
    const value = Number(this.optional(name) ?? byDefault);
    if (!Number.isInteger(value) || value < 0 || value > 65_535) this.complain(name, 'must be a port, 0 to 65535');
    return value;
  }

  /** A whole number of something, at least one, and no more than anybody can mean. */
  count(name: string, byDefault: number, most: number): number {
    const value = Number(this.optional(name) ?? byDefault);
    if (!Number.isInteger(value) || value < 1 || value > most)
      this.complain(name, `must be a whole number, 1 to ${most.toLocaleString('en')}`);
    return value;
  }

  /** An http or https address that names no user and asks for nothing. */
  url(name: string, byDefault: string | undefined): string {
    const value = this.text(name, byDefault);
    const url = value && URL.canParse(value) ? new URL(value) : undefined;
    const isPlain = url && /^https?:$/.test(url.protocol) && !url.username && !url.password && !/[?#\s\\]/.test(value);
    if (value && !isPlain) this.complain(name, 'must be an http or https address, without user, query or fragment');
    return value.replace(/\/+$/, '');
  }

  /** What passwords and sessions travel to has to be https, unless it never leaves this machine. */
  secureUrl(name: string, { evenHere }: { readonly evenHere: boolean }): void {
    const value = this.optional(name);
    const url = value && URL.canParse(value) ? new URL(value) : undefined;
    if (url?.protocol === 'http:' && (evenHere || !isLoopback(url.hostname)))
      this.complain(name, 'must begin with https://: over http everybody on the way reads along');
  }

  choice<const Choice extends string>(name: string, choices: readonly Choice[], byDefault: Choice): Choice {
    const value = this.optional(name) ?? byDefault;
    const choice = choices.find((one) => one === value);
    if (choice === undefined) this.complain(name, `must be one of ${choices.join(', ')}`);
    return choice ?? byDefault;
  }

  list(name: string): string[] {
    return (this.optional(name) ?? '')
      .split(',')
      .map((item) => item.trim())
      .filter(Boolean);
  }

  complain(name: string, complaint: string): void {
    this.complaints.push(`${name} ${complaint}`);
  }

  /** @param families whether a name that only begins as ours do is complained of too */
  finish({ families }: { readonly families: boolean }): void {
    for (const { name, like } of misspelt(Object.keys(this.variables), this.asked)) {
      if (like !== undefined) this.complain(name, `is no setting; ${like} was meant, perhaps`);
      else if (families) this.complain(name, 'is no setting; .env.example lists them all');
    }
    if (this.complaints.length > 0) throw new BadSettings(this.complaints);
  }
}

// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const hasControls = (value: string): boolean => /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(value);
