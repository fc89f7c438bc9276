import { expect, test } from 'vitest';
import type { MadeRequest } from '#contract/requests/schemas.ts';
import { mailAddress, makeCalendar } from './reminder.ts';

const made = {
  request: { id: 'aaaaaaaaaaaaaaaa', deadline: '2026-11-30' },
} as MadeRequest;

test('a calendar entry is the whole last day, in lines of at most 75 octets', () => {
  const text = `${'请填报十月数据；'.repeat(12)}\nhttps://example.org/r#hwr_x`;
  const calendar = makeCalendar(
    [{ made, title: 'Values, October', text }],
    new Date('2026-11-09T14:20:00Z'),
  );
  const lines = calendar.split('\r\n');
  expect(lines).toContain('DTSTART;VALUE=DATE:20261130');
  expect(lines).toContain('DTEND;VALUE=DATE:20261201');
  expect(lines).toContain('SUMMARY:Values\\, October');
  expect(lines).toContain('DTSTAMP:20261109T142000Z');
  expect(Math.max(...lines.map((line) => new TextEncoder().encode(line).length))).toBeLessThan(76);
  expect(calendar.replaceAll('\r\n ', '')).toContain('\\nhttps://example.org/r#hwr_x');
});

test('an e-mail holds subject and text, whatever their letters', () => {
  const address = new URL(mailAddress('a@example.org', '10月 & more', 'x\n#y'));
  expect(address.pathname).toBe('a@example.org');
  expect(address.searchParams.get('subject')).toBe('10月 & more');
  expect(address.searchParams.get('body')).toBe('x\n#y');
});
