/** The one entry of a calendar file (RFC 5545), by property; parameters are left out. */
export interface CalendarEntry {
  readonly method: string;
  readonly properties: ReadonlyMap<string, string>;
}

/** Reads a calendar that holds one event, and refuses what a calendar program would refuse. */
export function readCalendar(text: string): CalendarEntry {
  if (/[^\r]\n/.test(text)) throw new Error('Lines of a calendar end with CR LF (section 3.1).');
  if (text.split('\r\n').some((line) => Buffer.byteLength(line) > 75))
    throw new Error('A line is longer than 75 octets (section 3.1).');
  const lines = text.replaceAll(/\r\n[ \t]/g, '').split('\r\n');
  const [begin, end] = ['BEGIN:VEVENT', 'END:VEVENT'].map((line) => lines.indexOf(line));
  if (lines[0] !== 'BEGIN:VCALENDAR' || begin === undefined || end === undefined || begin < 0 || end < begin)
    throw new Error('This is no calendar with an event.');
  if (lines.lastIndexOf('BEGIN:VEVENT') !== begin) throw new Error('There is more than one event.');
  const whole = propertiesOf(lines.slice(0, begin));
  if (whole.get('VERSION') !== '2.0') throw new Error('The version must be 2.0 (section 3.7.4).');
  const properties = propertiesOf(lines.slice(begin + 1, end));
  for (const needed of ['UID', 'DTSTAMP', 'DTSTART'])
    if (!properties.has(needed)) throw new Error(`${needed} is missing (section 3.6.1).`);
  return { method: whole.get('METHOD') ?? '', properties };
}

const propertiesOf = (lines: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      const [name = ''] = line.slice(0, colon).split(';');
      return [name, unescaped(line.slice(colon + 1))];
    }),
  );

/** TEXT of section 3.3.11. */
const unescaped = (value: string): string =>
  value.replaceAll(/\\([\\;,nN])/g, (_whole, sign: string) => (/n/i.test(sign) ? '\n' : sign));
