import { expect, test } from 'vitest';
import { scenarioSentence } from './scenario.ts';

// seen to fail: a project that the register no longer has was said to be excluded
test('the sentence of a scenario names the projects that no longer run', () => {
  const scenario = { delay_months: 12, without: ['A1', 'Z9'], not_found: ['Z9'] };
  expect(scenarioSentence(scenario, 'en')).toBe(
    'Scenario: 12 months later, A1 excluded, Z9 not among the active projects. Not a fact.',
  );
  expect(scenarioSentence({ without: ['Z9'], not_found: ['Z9'] }, 'zh-CN')).toBe(
    '情景：Z9已不在推进中的项目之列。并非事实。',
  );
  expect(scenarioSentence({ without: ['Z9'], not_found: ['Z9'] }, 'ja')).toBe(
    'シナリオ：Z9は進行中の案件にない。事実ではない。',
  );
});
