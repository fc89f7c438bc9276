import { expect, it } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { sameWords } from '#domain/values/term.ts';
import { makeReport } from '#report/make-report.ts';
import { input } from '#report/report-input.fixture.ts';

it.each([
  ['Binjiang Park', 'Binjiang Park 2021年3月进展报告'],
  ['滨江园区', '滨江园区2021年3月进展报告'],
  // seen to fail: Зүүн бүс2021年
  ['Зүүн бүс', 'Зүүн бүс 2021年3月进展报告'],
  ['滨江园区2', '滨江园区2 2021年3月进展报告'],
])(
  'in Chinese, a space separates the name %s from the year only where they would run together',
  (name, title) => {
    const overview = {
      ...sampleOverview,
      zone: { ...sampleOverview.zone, name: sameWords(name), short_name: sameWords(name) },
    };
    const report = makeReport(input({ overview, language: 'zh-CN', period: '2021-03' }));
    expect(report.title).toBe(title);
    // seen to fail: the sentence for messages began with Binjiang Park2021年3月
    expect(report.messages.sentence).toContain(title.replace('进展报告', '：'));
  },
);
