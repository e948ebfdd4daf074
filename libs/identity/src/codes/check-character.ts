/**
 * A check character over the field with 32 elements: the i-th character from the right counts α^i times, and all of them
 * together sum to zero. The weights differ and none is zero, so in texts of up to 31 characters every single wrong
 * character and every swap of two different characters, adjacent or not, is noticed.
 */
export function checkCharacter(values: readonly number[]): number {
  return values.reduce((sum, value) => timesAlpha(sum ^ value), 0);
}

/** Whether the last value is the check character of those before it. */
export function checks(values: readonly number[]): boolean {
  return values.length > 1 && checkCharacter(values.slice(0, -1)) === values.at(-1);
}

/** Multiplies by α, a root of x⁵ + x² + 1, which is primitive: its powers run through all 31 elements that are not zero. */
function timesAlpha(value: number): number {
  return (value << 1) ^ (value & 0b10000 ? 0b100101 : 0);
}
