import { expect, test } from 'vitest';
import type { ActionList } from '#domain/projects/actions.ts';
import { languages } from '#domain/values/language.ts';
import { input as makeInput } from '#report/report-input.fixture.ts';
import { makeDigest } from './make-digest.ts';

const subjectsWith = (actions: Partial<ActionList>) =>
  languages.map((language) => {
    const { changes: _changes, ...input } = makeInput({ language });
    const list = { total: 0, items: [], unrated: [], not_judged: 0, undated: 0, ...actions };
    const overview = { ...input.overview, actions: list };
    const days = { from: '2021-03-01', to: '2021-04-01', until: '2021-05-01' } as const;
    return makeDigest({ ...input, ...days, overview, ahead: overview, frequency: 'monthly' })
      .subject;
  });

// seen to fail: "19 projects need action" although 9 more could not be judged, and 0 for not known
test('the subject of a digest states a lower bound where projects cannot be judged', () => {
  const at = (language: (typeof languages)[number], subjects: readonly string[]) =>
    subjects[languages.indexOf(language)];
  const some = subjectsWith({ total: 19, undated: 9 });
  expect(at('en', some)).toContain('needs action: at least 19 projects');
  expect(at('ja', some)).toContain('要対応19件以上');
  expect(at('zh-CN', some)).toContain('待处理不少于19个');
  const none = subjectsWith({ not_judged: 4 });
  expect(at('en', none)).toContain('needs action: not known');
  expect(at('ja', none)).toContain('要対応不明');
  expect(at('zh-CN', none)).toContain('待处理未知');
  expect(at('en', subjectsWith({ total: 1 }))).toContain('needs action: 1 project');
});
