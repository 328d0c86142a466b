import { days } from '#libs/kernel';

/** Working days from half past eight to five (service sheet, 11), Belgian time. */
const OPENS = 8 * 60 + 30;
const CLOSES = 17 * 60;
const ZONE = 'Europe/Brussels';

export type DeskState =
  | { readonly kind: 'open'; /** minutes until it closes */ readonly minutes: number }
  | { readonly kind: 'closed'; /** day on which it opens again, `YYYY-MM-DD` */ readonly opensOn: string };

/** Whether somebody answers now; holidays of the federal government are no working days. */
export function deskState(now: Date): DeskState {
  const { day, minute } = belgianMoment(now);
  if (isWorkingDay(day) && minute >= OPENS && minute < CLOSES)
    return { kind: 'open', minutes: CLOSES - minute };
  const today = isWorkingDay(day) && minute < OPENS ? day : nextWorkingDay(day);
  return { kind: 'closed', opensOn: today };
}

export function isWorkingDay(day: string): boolean {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !federalHolidays(Number(day.slice(0, 4))).has(day);
}

/** Legal holidays, and the days on which the federal services are closed besides. */
export function federalHolidays(year: number): ReadonlySet<string> {
  const easter = easterSunday(year);
  const after = (count: number) => isoDay(new Date(easter.getTime() + days(count)));
  const fixed = ['01-01', '05-01', '07-21', '08-15', '11-01', '11-02', '11-11', '11-15', '12-25', '12-26'];
  return new Set([...fixed.map((day) => `${year}-${day}`), after(1), after(39), after(50)]);
}

function nextWorkingDay(day: string): string {
  const next = isoDay(new Date(new Date(`${day}T12:00:00Z`).getTime() + days(1)));
  return isWorkingDay(next) ? next : nextWorkingDay(next);
}

const isoDay = (date: Date): string => date.toISOString().slice(0, 10);

/** Anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8). */
function easterSunday(year: number): Date {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return new Date(Date.UTC(year, Math.floor(n / 31) - 1, (n % 31) + 1, 12));
}

const PARTS = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function belgianMoment(now: Date): { day: string; minute: number } {
  const part = Object.fromEntries(PARTS.formatToParts(now).map(({ type, value }) => [type, value]));
  return {
    day: `${part.year}-${part.month}-${part.day}`,
    minute: Number(part.hour) * 60 + Number(part.minute),
  };
}
