/** Now, by the clock of this machine. ISO 8601, UTC. */
export const wallClock = (): string => new Date().toISOString();
