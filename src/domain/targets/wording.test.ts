import { expect, test } from 'vitest';
import { makeIndicator } from '#domain/zone/indicator.fixture.ts';
import type { Target } from '#domain/zone/indicator.ts';
import { generateWording, makeWording } from './wording.ts';

const facilities = {
  ...makeIndicator('facilities', 'qualitative', 'items'),
  name: { 'zh-CN': '配套设施', ja: '関連施設', en: 'Facilities' },
};
const target: Target = {
  indicator: 'facilities',
  comparator: 'qualitative',
  deadline: '2030-12-31',
  baseline_date: '2025-12-31',
  source: 'Plan',
  source_date: '2026-01-05',
  data_status: 'reported',
};

// seen to fail: the other languages had the name of the indicator instead
test('the wording of a checklist in one language appears in every language', () => {
  const wording = { 'zh-CN': '到2030年配套设施基本到位' };
  expect(makeWording({ ...target, wording }, facilities)).toEqual({
    'zh-CN': '到2030年配套设施基本到位',
    ja: '到2030年配套设施基本到位',
    en: '到2030年配套设施基本到位',
  });
});
test('a checklist without a wording promises all its items', () => {
  const words = {
    'zh-CN': '到2030年底完成配套设施的全部事项',
    ja: '2030年末までに関連施設の全項目を完了する',
    en: 'Facilities: all items done by the end of 2030',
  };
  expect(makeWording(target, facilities)).toEqual(words);
  expect(makeWording({ ...target, wording: { en: ' ' } }, facilities)).toEqual(words);
});
test('a target with a number keeps its generated wording in the other languages', () => {
  const jobs = makeIndicator('jobs', 'stock', 'jobs');
  const number: Target = { ...target, indicator: 'jobs', comparator: '>=', value: '40000' };
  const wording = makeWording({ ...number, wording: { ja: '雇用を4万人に' } }, jobs);
  expect(wording).toEqual({ ...generateWording(number, jobs), ja: '雇用を4万人に' });
});
