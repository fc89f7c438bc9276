import { expect, test } from 'vitest';
import type { MadeRequest } from '#contract/requests/schemas.ts';
import { languages } from '#domain/values/language.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { mailAddress, makeCalendar, reminderText } from './reminder.ts';

const madeRequest = {
  request: { id: 'aaaaaaaaaaaaaaaa', deadline: '2026-11-30' },
} as MadeRequest;

test('a calendar entry is the whole last day, in lines of at most 75 octets', () => {
  const text = `${'请填报十月数据；'.repeat(12)}\nhttps://example.org/r#hwr_x`;
  const calendar = makeCalendar(
    [{ made: madeRequest, title: 'Values, October', text }],
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

test('a reminder names the zone that asks and the minutes, in each language', () => {
  const zone = {
    name: { 'zh-CN': '临港产业园', ja: '臨港産業園', en: 'Harbour Park' },
    indicators: [],
  } as unknown as ZoneProfile;
  const request = { unit: 'Aoki', deadline: '2026-11-30', month: '2026-10' };
  const texts = languages.map((language) => {
    const cells = [{ code: 'A01', field: 'jobs_actual' as const }];
    const of = { ...madeRequest, address: '/r#hwr_x', request: { ...request, language, cells } };
    return reminderText(of as unknown as MadeRequest, zone, 'https://example.org');
  });
  expect(texts.map((text, at) => text.includes(zone.name[languages[at] ?? 'en']))).toEqual(
    languages.map(() => true),
  );
  expect(texts.join('\n')).toContain('about 1 minute and');
});
