import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldLine, writeCalendar, type CalendarEntry } from './calendar.ts';

const made_at = '2021-05-10T08:00:00.000Z';
const writeEntry = (entry: Partial<CalendarEntry>): string =>
  writeCalendar({
    name: '示例区',
    made_at,
    entries: [{ uid: 'own.P1.start@headway', day: '2021-12-31', title: 'Start', ...entry }],
  });
/** Reads the value of a property of the first entry, as a calendar program does. */
function readValue(text: string, property: string): string | undefined {
  const unfolded = text.replaceAll('\r\n ', '');
  const event = unfolded.slice(unfolded.indexOf('BEGIN:VEVENT'));
  const line = event.split('\r\n').find((one) => one.startsWith(`${property}:`));
  return line
    ?.slice(property.length + 1)
    .replace(/\\([\\;,nN])/g, (_, character: string) =>
      character.toLowerCase() === 'n' ? '\n' : character,
    );
}

test('an entry takes its whole day and has the properties that calendars require', () => {
  const text = writeEntry({ detail: 'P1' });
  expect(text).toContain(
    'DTSTART;VALUE=DATE:20211231\r\nDTEND;VALUE=DATE:20220101\r\nSUMMARY:Start\r\nDESCRIPTION:P1',
  );
  expect(text).toContain('DTSTAMP:20210510T080000Z');
  expect(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:')).toBe(true);
  expect(text.endsWith('END:VEVENT\r\nEND:VCALENDAR\r\n')).toBe(true);
});

test('any title is read back unchanged, from lines of at most 75 octets', () => {
  const title = fc.string({
    unit: fc.constantFrom('a', '区', '𠮷', ',', ';', '\\', '\n', ':', '"', ' '),
  });
  fc.assert(
    fc.property(title, (text) => {
      const calendar = writeEntry({ title: text });
      expect(readValue(calendar, 'SUMMARY')).toBe(text);
      for (const line of calendar.split('\r\n'))
        expect(encodeURIComponent(line).replace(/%../g, 'x').length).toBeLessThanOrEqual(75);
    }),
  );
});

test.each([
  ['x\r\nEND:VEVENT\r\nBEGIN:VEVENT', 'x\nEND:VEVENT\nBEGIN:VEVENT'],
  ['a\u0000b\u007f', 'a b '],
  ['\ud800', '\ufffd'],
])('%j adds no line of its own', (title, read) => {
  const calendar = writeEntry({ title });
  expect(readValue(calendar, 'SUMMARY')).toBe(read);
  expect(calendar.split('\r\n').filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
});

test('a short line is not folded', () => {
  expect(foldLine('a'.repeat(75))).toBe('a'.repeat(75));
  expect(foldLine('a'.repeat(76))).toBe(`${'a'.repeat(75)}\r\n a`);
});
