import { addDays, type IsoDate } from '#domain/values/date.ts';

/** One all-day entry of a calendar. */
export interface CalendarEntry {
  /** Stays the same when the day or the words change. */
  readonly uid: string;
  readonly day: IsoDate;
  readonly title: string;
  readonly detail?: string;
}
export interface Calendar {
  readonly name: string;
  readonly entries: readonly CalendarEntry[];
  /** When the entries were read, as an ISO moment. */
  readonly made_at: string;
}

/** Escapes a text value (RFC 5545, 3.3.11). Other control characters are not allowed there. */
const escapeText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, ' ')
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replaceAll('\n', '\\n');

const mostOctets = 75;
/** Octets of a character in UTF-8. */
const octets = (character: string): number => {
  const point = character.codePointAt(0) ?? 0;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
};

/** Folds a line so that none is longer than 75 octets and no character is cut (RFC 5545, 3.1). */
export function foldLine(line: string): string {
  const lines: string[] = [];
  let part = '';
  let length = 0;
  for (const character of line) {
    const size = octets(character);
    if (length + size > mostOctets) {
      lines.push(part);
      part = ' ';
      length = 1;
    }
    part += character;
    length += size;
  }
  return [...lines, part].join('\r\n');
}

const compactDay = (day: IsoDate): string => day.replaceAll('-', '');
const stamp = (moment: string): string => moment.replace(/[-:]|\.\d+/g, '');

const entryLines = (
  { uid, day, title, detail }: CalendarEntry,
  made_at: string,
): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${escapeText(uid)}`,
  `DTSTAMP:${stamp(made_at)}`,
  `DTSTART;VALUE=DATE:${compactDay(day)}`,
  `DTEND;VALUE=DATE:${compactDay(addDays(day, 1))}`,
  `SUMMARY:${escapeText(title)}`,
  ...(detail === undefined ? [] : [`DESCRIPTION:${escapeText(detail)}`]),
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
];

/** Writes a calendar as iCalendar (RFC 5545). */
export const writeCalendar = ({ name, entries, made_at }: Calendar): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Headway//Calendar//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    ...entries.flatMap((entry) => entryLines(entry, made_at)),
    'END:VCALENDAR',
  ]
    .map((line) => `${foldLine(line)}\r\n`)
    .join('');
