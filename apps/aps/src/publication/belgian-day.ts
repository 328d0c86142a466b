const BRUSSELS = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Brussels',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar day in Belgium, as `YYYY-MM-DD`: a legal basis begins and ends at midnight there. */
export function belgianDay(moment: Date): string {
  const parts = new Map(BRUSSELS.formatToParts(moment).map(({ type, value }) => [type, value]));
  return [parts.get('year'), parts.get('month'), parts.get('day')].join('-');
}
