import { expect, test } from 'vitest';
import { doubtFactTerms } from './doubt.ts';

// seen to fail: beside the completed investment of a project stood 原项目计划总投资
test('the planned investment of a doubt is that of any project, not of an extended one', () => {
  expect(doubtFactTerms.planned).toEqual({
    'zh-CN': '计划总投资',
    ja: '計画投資額',
    en: 'Planned investment',
  });
});
