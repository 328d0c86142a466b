/**
 * Whether somebody has reached an age. A birth date of which the day or the month is unknown (`1995-07`, `1995`) gives an
 * answer only where every day that it may have been gives the same one.
 *
 * @param birthDate `YYYY-MM-DD`, `YYYY-MM` or `YYYY`
 * @param today `YYYY-MM-DD` in Belgium
 */
export function hasReached(age: number, birthDate: string, today: string): boolean | undefined {
  const [year = '', month, day] = birthDate.split('-');
  const earliest = `${year}-${month ?? '01'}-${day ?? '01'}`;
  const latest = `${year}-${month ?? '12'}-${day ?? '31'}`;
  const [ifEarliest, ifLatest] = [earliest, latest].map((date) => birthday(date, age) <= today);
  return ifEarliest === ifLatest ? ifEarliest : undefined;
}

/** The day on which the age is reached. Born on 29 February, one turns 18 on 1 March: text order has it so. */
const birthday = (date: string, age: number): string =>
  `${String(Number(date.slice(0, 4)) + age).padStart(4, '0')}${date.slice(4)}`;
