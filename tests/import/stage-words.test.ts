import { expect, test } from 'vitest';
import { freshStore, planOf } from './known.ts';

const file = '项目编号,项目名称,行业,项目阶段\nA1,热泵,节能环保,签订协议阶段项目\nA2,电池,能源技术,在谈\n';
const words = { signed: { 'zh-CN': '签订协议阶段项目', ja: '契約段階', en: 'Agreements' } };

test('a register that uses the zone’s own words for its stages is read without a question', async () => {
  const unknown = await planOf(file);
  expect(unknown.records.map(({ stage_events }) => stage_events.at(-1)?.stage)).toEqual(['unknown', 'negotiation']);
  const known = await planOf(file, 'register.csv', {}, { ...freshStore, stage_words: words });
  expect(known.records.map(({ stage_events }) => stage_events.at(-1)?.stage)).toEqual(['signed', 'negotiation']);
});
test('choices for an unknown word are named in the zone’s own words', async () => {
  const { preview } = await planOf(file.replace('在谈', '某阶段'), 'register.csv', {}, { ...freshStore, stage_words: words });
  const choices = preview.questions.find(({ kind }) => kind === 'stage_words')?.choices ?? preview.choices?.stages ?? [];
  expect(choices.find(({ value }) => value === 'signed')?.label).toBe('Agreements');
});
