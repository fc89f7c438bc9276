import { expect, test } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { languages } from '#domain/values/language.ts';
import { formatMoney } from '#domain/values/format.ts';
import { redactionProfiles } from '#domain/redaction/profile.ts';
import { redactOverview } from '#domain/redaction/redact.ts';
import { cellsOfDots } from '#domain/redaction/register.fixture.ts';
import { makeCopy, type Pictures } from './make-copy.ts';
import { markup } from './make-copy.ts';

const svg = '<svg xmlns="http://www.w3.org/2000/svg"><text fill="#123">目标 "100%"</text></svg>';
const drawings = [{ title: 'a', wide: svg, tall: svg }];
const pictures: Pictures = { 'zh-CN': drawings, ja: drawings, en: drawings };
const totals = redactOverview(
  sampleOverview,
  redactionProfiles.totals,
  cellsOfDots(sampleOverview),
);
const dots = sampleOverview.strip.groups.flatMap((group) => group.rows.flatMap((row) => row.dots));

test('a copy contains no name or code of a project', () => {
  const html = makeCopy(totals, pictures, 'en', '2021-04-20');
  expect(dots.length).toBeGreaterThan(20);
  for (const dot of dots) {
    expect(html).not.toContain(dot.name);
    expect(html).not.toMatch(new RegExp(`\\b${dot.code}\\b`));
  }
});
test('a copy contains no amount of a stage with fewer than three projects', () => {
  const html = makeCopy(totals, pictures, 'zh-CN', '2021-04-20');
  const rows = sampleOverview.strip.groups
    .flatMap((group) => group.rows)
    .filter((row) => row.dots.filter((dot) => dot.money !== undefined).length < 3);
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows)
    for (const money of row.amounts)
      for (const language of languages)
        expect(html).not.toContain(`>${formatMoney(money, language).text}<`);
});
test('a copy contains three languages and needs neither script nor network', () => {
  const html = makeCopy(totals, pictures, 'ja', '2021-04-20');
  for (const language of languages)
    expect(html).toContain(`<main id="s-${language}" lang="${language}">`);
  expect(html).toContain('<input type="radio" name="l" id="l-ja" checked>');
  expect(html).not.toMatch(/<script|\son\w+=|(src|href|srcset)="(?!data:)/);
  expect(html).toContain('default-src');
});
test('a copy contains each target with its wording and marks example data once', () => {
  const html = makeCopy(totals, pictures, 'en', '2021-04-20');
  for (const row of sampleOverview.targets) expect(html).toContain(row.wording.en);
  expect(html).not.toContain('Example: ');
  expect(html).toContain('Illustrative data (fictional)');
});
test('escapes the name of the zone', () => {
  const name = '</title><script>alert(1)</script>&"\u0000';
  const html = makeCopy(
    { ...totals, zone: { ...totals.zone, name: { 'zh-CN': name, ja: name, en: name } } },
    pictures,
    'en',
    '2021-04-20',
  );
  expect(html).not.toContain('<script');
  expect(html).not.toContain('\u0000');
  expect(markup`<b title="${'"><i>'}">${'a & b'}</b>`.safe).toBe(
    '<b title="&#34;&#62;&#60;i&#62;">a &#38; b</b>',
  );
});
