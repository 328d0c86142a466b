const WRITTEN = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})$/;

const wall = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Brussels',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** A moment as somebody in Belgium writes it, `2026-03-12 02:00`; undefined when there is no such moment. */
export function belgianMoment(text: string): Date | undefined {
  const found = WRITTEN.exec(text.trim());
  if (found === null) return undefined;
  const local = `${found[1]} ${found[2]}`;
  // Belgium is one or two hours ahead: the one whose clock shows what was written.
  return [2, 1]
    .map((ahead) => new Date(Date.parse(`${found[1]}T${found[2]}:00Z`) - ahead * 3_600_000))
    .find((moment) => !Number.isNaN(moment.getTime()) && wall.format(moment) === local);
}

/** The same the other way round, for a field. */
export const writtenMoment = (moment: Date): string => wall.format(moment);
