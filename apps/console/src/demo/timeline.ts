import { localDate, type LocalDate, type WorkingCalendar } from '#promises';
import type { Act, PlannedAct } from './act.js';
import type { Dice } from './dice.js';
import { atWork, daysAfter, instantOn, workingDay, workingDaysUntil } from './work-hours.js';

/** The acts of one case, each later than the one before. */
export class Timeline {
  readonly acts: PlannedAct[] = [];

  constructor(
    private now: string,
    private readonly calendar: WorkingCalendar,
    private readonly dice: Dice,
  ) {}

  get today(): LocalDate {
    return localDate(this.now);
  }

  /** The staff do it, so many working days later. */
  work(days: number, act: Act): this {
    return this.add(atWork(this.now, days, this.calendar, this.dice), act);
  }

  /** The staff do it on a working day by a date; `slack` working days before it, or after it where that is negative. */
  workBy(date: LocalDate, slack: number, act: Act): this {
    const latest = workingDay(daysAfter(date, 1), -1, this.calendar);
    const day = slack === 0 ? latest : workingDay(latest, -slack, this.calendar);
    return this.work(Math.max(0, workingDaysUntil(this.today, day, this.calendar)), act);
  }

  /** The submitter does it at some hour, so many days later. */
  submitter(days: number, act: Act): this {
    return this.add(instantOn(daysAfter(this.today, Math.max(1, days)), this.dice.between(7 * 60, 22 * 60), this.dice), act);
  }

  /** How many working days are left up to a date. */
  workingDaysUntil(date: LocalDate): number {
    return workingDaysUntil(this.today, date, this.calendar);
  }

  /** The first working day so many calendar days after a date. */
  workingDateAfter(date: LocalDate, days: number): LocalDate {
    return workingDay(daysAfter(date, days - 1), 1, this.calendar);
  }

  private add(at: string, act: Act): this {
    this.acts.push({ at, act });
    this.now = at;
    return this;
  }
}
