import { expect, it } from 'vitest';
import { actionList, type ActionRow } from './actions.ts';
import { languages } from '#domain/values/language.ts';
import type { Project } from './project.ts';
import { actionReasonText, daysOverText, shortReasonText } from '#domain/labels/projects/action.ts';

const project = (code: string, more: Partial<Project>): Project => ({
  code,
  origin: 'own',
  name: `Project ${code}`,
  stage: 'lead',
  status: 'active',
  amounts: {},
  milestones: [],
  data_status: 'reported',
  revision: 1,
  ...more,
});
const listed = (...rows: ActionRow[]) =>
  actionList(
    { rows, total: 7, overdue: 1, stale: 2, unrated: ['JPY'], not_judged: 3, undated: 4 },
    '2021-04-16',
  );

it('an entry has name, owner, amount and all reasons, the one furthest over its limit first', () => {
  const list = listed({
    project: project('A', {
      owner: 'Li',
      amounts: { total_investment: { money: { minor: '500', currency: 'CNY' } } },
      milestones: [{ type: 'start', first_plan: { date: '2021-03-31' }, plan: '2021-06-30' }],
      last_update: '2021-02-26',
    }),
    stalled_since: '2020-05-06',
    issue_due: '2021-04-15',
  });
  expect(list).toMatchObject({ total: 7, unrated: ['JPY'], not_judged: 3, undated: 4 });
  expect(list.items).toEqual([
    {
      code: 'A',
      name: 'Project A',
      owner: 'Li',
      money: { minor: '500', currency: 'CNY' },
      days_over: 255,
      reasons: [
        { kind: 'stalled', stage: 'lead', since: '2020-05-06', days: 345, limit: 90 },
        { kind: 'overdue', milestone: 'start', since: '2021-03-31', plan: '2021-06-30', days: 16 },
        { kind: 'stale', since: '2021-02-26', days: 49, limit: 35 },
        { kind: 'issue', since: '2021-04-15', days: 1 },
      ],
    },
  ]);
});

it('an entry without an amount has the reason', () => {
  const { items } = listed({ project: project('B', { last_update: '2021-03-11' }) });
  expect(items).toMatchObject([{ code: 'B', missing: 'not_reported', days_over: 1 }]);
});

it('every reason is a sentence with its days, date and limit in each language', () => {
  const since = '2021-03-31';
  const sentences = languages.map((language) => [
    actionReasonText(
      { kind: 'overdue', milestone: 'start', since, plan: '2021-06-30', days: 16 },
      language,
    ),
    actionReasonText({ kind: 'stale', since, days: 49, limit: 35 }, language),
    daysOverText({ days_over: 1, reasons: [] }, language),
  ]);
  expect(sentences).toEqual([
    [
      '开工已超期16天（原定2021年3月31日，现行计划2021年6月30日）',
      '自2021年3月31日起49天未更新（限35天）',
      '超限1天',
    ],
    [
      '着工が16日超過（当初予定2021年3月31日、現在の予定2021年6月30日）',
      '2021年3月31日から49日更新なし（限度35日）',
      '1日超過',
    ],
    [
      'Start of works overdue since 31 March 2021 (16 days), now planned for 30 June 2021',
      'Not updated since 31 March 2021 (49 days, limit 35 days)',
      '1 day over',
    ],
  ]);
});

// seen to fail: 0 days over, blocked since 16 April 2021 (0 days)
it('a blocked gate has no limit: its entry says since when it has been blocked', () => {
  const write = (since: string) => {
    const { items } = listed({ project: project('C', {}), blocked_since: since });
    const [entry] = items;
    const [reason] = entry?.reasons ?? [];
    if (entry === undefined || reason === undefined) throw new Error('a blocked gate is no entry');
    return languages.map((language) => [
      daysOverText(entry, language),
      shortReasonText(reason, language),
      actionReasonText(reason, language),
    ]);
  };
  expect(write('2021-04-16')).toEqual([
    ['自2021年4月16日起受阻', '自2021年4月16日起受阻', '阶段条件自2021年4月16日起受阻'],
    [
      '2021年4月16日から支障あり',
      '2021年4月16日から支障あり',
      '段階の要件に2021年4月16日から支障あり',
    ],
    [
      'Blocked since 16 April 2021',
      'Blocked since 16 April 2021',
      'A gate has been blocked since 16 April 2021',
    ],
  ]);
  expect(write('2021-04-14')[2]).toEqual([
    'Blocked for 2 days',
    'Blocked for 2 days',
    'A gate has been blocked since 14 April 2021 (2 days)',
  ]);
});
