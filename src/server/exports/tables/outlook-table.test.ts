import { expect, test } from 'vitest';
import { row } from '#domain/overview/target-row.fixture.ts';
import type { Outlook } from '#domain/outlook/outlook.ts';
import { languages } from '#domain/values/language.ts';
import { outlookTable } from './outlook-table.ts';

// seen to fail: the name of a row has its year, and files wrote 2026年2026年 before it
test('the year of a target stands once in its name', () => {
  const name = { 'zh-CN': '2026年企业数', ja: '2026年企業数', en: 'Companies, 2026' };
  const period = { kind: 'year', year: 2026 } as const;
  const one = { row: { ...row('companies'), name, period } };
  const outlook = { as_of: '2026-09-30', targets: [one] } as unknown as Outlook;
  for (const language of languages)
    expect(outlookTable(outlook, language).rows.map((cells) => cells[1])).toEqual([name[language]]);
});
