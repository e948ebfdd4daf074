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

  constructor(private readonly variables: Variables) {}

  optional(name: string): string | undefined {
    const value = this.variables[name]?.trim();
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

  url(name: string, byDefault: string | undefined): string {
    const value = this.text(name, byDefault);
    if (value && !(URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)))
      this.complain(name, 'must be an http or https address');
    return value.replace(/\/+$/, '');
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

  finish(): void {
    if (this.complaints.length > 0) throw new BadSettings(this.complaints);
  }
}
