import { ClockGuard } from '#reactions';

const minute = 60_000;
const hour = 60 * minute;
const start = Date.parse('2026-11-26T09:00:00.000Z');

/** A machine whose clocks a test turns. */
function aMachine() {
  const clocks = { wall: start, monotonic: 0 };
  const guard = new ClockGuard({ now: () => new Date(clocks.wall).toISOString(), monotonic: () => clocks.monotonic });
  return {
    guard,
    pass(milliseconds: number) {
      clocks.wall += milliseconds;
      clocks.monotonic += milliseconds;
    },
    step: (milliseconds: number) => void (clocks.wall += milliseconds),
  };
}

describe('a clock', () => {
  it('is trusted as long as time passes', () => {
    const { guard, pass } = aMachine();
    for (let days = 0; days < 30; days++) {
      pass(24 * hour);
      expect(guard.check()).toBeUndefined();
    }
  });

  it.each([90, -90, 120, -120])('is trusted when it is put right by %i minutes, and again and again', (minutes) => {
    const { guard, pass, step } = aMachine();
    for (let times = 0; times < 3; times++) {
      step(minutes * minute);
      pass(minute);
      expect(guard.check()).toBeUndefined();
    }
  });

  it.each([121, -121, 24 * 60, -365 * 24 * 60])('is not trusted after a jump of %i minutes, nor when it jumps back', (minutes) => {
    const { guard, step } = aMachine();
    step(minutes * minute);
    expect(guard.check()).toBe('jumped');
    step(-minutes * minute);
    expect(guard.check()).toBe('jumped');
  });

  it('is not trusted far behind what the log has recorded', () => {
    const { guard } = aMachine();
    guard.recorded(new Date(start + 2 * hour).toISOString());
    expect(guard.check()).toBeUndefined();
    guard.recorded(new Date(start + 2 * hour + 1).toISOString());
    expect(guard.check()).toBe('behind-the-log');
  });

  it('is trusted again when a person has confirmed it, until the next jump', () => {
    const { guard, step } = aMachine();
    guard.recorded('2038-01-19T03:14:07.000Z');
    step(-3 * hour);
    expect(guard.check()).toBe('jumped');
    guard.confirmed();
    expect(guard.check()).toBeUndefined();
    guard.recorded('2038-01-19T03:14:07.000Z'); // a stream that was written to then goes on from there
    expect(guard.check()).toBeUndefined();
    step(3 * hour);
    expect(guard.check()).toBe('jumped');
  });
});
