import { expect, test } from 'vitest';
import { en } from '#charts/changes/labels/en.ts';
import { ja } from '#charts/changes/labels/ja.ts';
import { zh } from '#charts/changes/labels/zh-CN.ts';
import { bridgeStepTerms } from '#domain/labels/projects/bridge-step.ts';

test.each([
  ['en', en],
  ['ja', ja],
  ['zh-CN', zh],
] as const)(
  'an explanation names the steps of the bridge as the chart does in %s',
  (language, words) => {
    const named = Object.entries(bridgeStepTerms).map(([step, term]) => [step, term[language]]);
    expect(Object.fromEntries(named)).toEqual(words.steps);
  },
);
