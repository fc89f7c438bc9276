import { expect, it } from 'vitest';
import { csvOf, planOf, storeAfter } from '../import-context.ts';

const edition = (status: string, day: string): string =>
  csvOf([
    ['项目编号', '项目名称', '项目阶段', '状态', '状态变更时间'],
    ['P041', '甲', '在谈', status, day],
  ]);

it('takes the day of resumption from the row if it has one', async () => {
  const first = await planOf(edition('暂缓', '2022-04-02'), 'r.csv', { as_of: '2022-04-30' });
  const second = await planOf(
    edition('推进中', '2022-05-26'),
    'r.csv',
    { as_of: '2022-08-06' },
    storeAfter(first),
  );
  expect(second.records[0]?.status_events).toEqual([
    { status: 'on_hold', date: '2022-04-02' },
    { status: 'active', date: '2022-05-26' },
  ]);
  expect(second.preview.changes.map(({ field, from, to }) => [field, from, to])).toEqual([
    ['status', 'on_hold', 'active'],
  ]);
});
