import type { MadeRequest, ValueRequest } from '#contract/requests/schemas.ts';
import { compact } from '#domain/values/compact.ts';
import { addDays } from '#domain/values/date.ts';
import { formatDate, formatMonth } from '#domain/values/format.ts';
import { listMark, type Language } from '#domain/values/language.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { cellName } from '#web/features/requests/cells/cell-words.ts';
import { spokenLabels } from '#web/features/requests/labels/spoken/all.ts';
import { wholeAddress } from '#web/url/link-address.ts';

/** Lists the names of the requested values, each once. */
export function cellNames(
  { cells }: Pick<ValueRequest, 'cells'>,
  { indicators }: Pick<ZoneProfile, 'indicators'>,
  language: Language,
): string {
  const names = cells.map((cell) => {
    if ('code' in cell) return cellName({ key: cell.code, field: cell.field }, language);
    const indicator = indicators.find(({ id }) => id === cell.indicator)?.name;
    return cellName({ key: cell.indicator, ...compact({ indicator }) }, language);
  });
  return [...new Set(names)].join(listMark(language));
}

/**
 * The text of a reminder, in the language of its request.
 *
 * @param base - the start of addresses that recipients can open
 */
export function reminderText(newRequest: MadeRequest, zone: ZoneProfile, base: string): string {
  const { request, address } = newRequest;
  const { language, unit, person, note, deadline, month, cells } = request;
  return spokenLabels[language].reminder({
    zone: zone.name[language],
    unit,
    month: formatMonth(month, language),
    cells: cellNames(request, zone, language),
    deadline: formatDate(deadline, language),
    minutes: Math.max(1, Math.ceil(cells.length / 2)),
    address: wholeAddress(address, base),
    ...compact({ person, note }),
  });
}

/** One text for each person, with all links of that person. */
export function textsByPerson(
  newRequests: readonly MadeRequest[],
  zone: ZoneProfile,
  base: string,
): readonly { readonly person: string; readonly text: string; readonly made: MadeRequest[] }[] {
  const groups = Map.groupBy(newRequests, ({ request }) => request.person ?? request.unit);
  return [...groups].map(([person, list]) => ({
    person,
    made: list,
    text: list.map((one) => reminderText(one, zone, base)).join('\n\n'),
  }));
}

/** An address that opens the reader's mail program with the text. */
export const mailAddress = (to: string | undefined, subject: string, text: string): string =>
  `mailto:${to ?? ''}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`;

const escapeText = (text: string): string =>
  text.replaceAll(/[\\;,]/g, (mark) => `\\${mark}`).replaceAll('\n', '\\n');
/** Folds a line of a calendar after at most 75 octets (RFC 5545). */
function fold(line: string): string {
  const encoder = new TextEncoder();
  const lines: string[] = [];
  let now = '';
  for (const letter of line) {
    if (encoder.encode(now + letter).length > (lines.length === 0 ? 75 : 74)) {
      lines.push(now);
      now = '';
    }
    now += letter;
  }
  return [...lines, now].join('\r\n ');
}
const compactDay = (day: string): string => day.replaceAll('-', '');

/** Writes a calendar with the last day to answer each request. */
export const makeCalendar = (
  entries: readonly { readonly made: MadeRequest; readonly title: string; readonly text: string }[],
  now: Date,
): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Headway//EN',
    ...entries.flatMap(({ made: { request }, title, text }) => [
      'BEGIN:VEVENT',
      `UID:${request.id}@headway`,
      `DTSTAMP:${now.toISOString().replaceAll(/[-:]|\.\d+/g, '')}`,
      `DTSTART;VALUE=DATE:${compactDay(request.deadline)}`,
      `DTEND;VALUE=DATE:${compactDay(addDays(request.deadline, 1))}`,
      `SUMMARY:${escapeText(title)}`,
      `DESCRIPTION:${escapeText(text)}`,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
    '',
  ]
    .map(fold)
    .join('\r\n');
