// Sweden writes its dates as ISO 8601 does.
const BRUSSELS = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Brussels',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar day in Belgium, as `YYYY-MM-DD`: a legal basis begins and ends at midnight there. */
export const belgianDay = (moment: Date): string => BRUSSELS.format(moment);
