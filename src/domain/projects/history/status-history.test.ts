import { compact } from '#domain/values/compact.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StatusEvent } from '#domain/projects/project.ts';
import { segments } from '#domain/projects/segments.ts';
import { statuses, type Status } from '#domain/projects/stage.ts';
import type { Statement } from '#domain/projects/history/edition-statement.ts';
import { statusHistory } from '#domain/projects/history/status-history.ts';

const listed = (day: string, status: Status, status_date?: string): Statement => ({
  kind: 'edition',
  day,
  revision: 1,
  dates: {},
  status,
  ...compact({ status_date }),
});
const absent = (day: string, revision = 1): Statement => ({ kind: 'absence', day, revision });
const statusOn = (events: readonly StatusEvent[], day: string): Status => {
  const record = { stage_events: [], status_events: events } as unknown as Parameters<
    typeof segments
  >[0];
  return segments(record).findLast(({ valid_from }) => valid_from <= day)?.status ?? 'active';
};

test('a resumed project is active from the day that the edition gives', () => {
  const events = statusHistory([
    listed('2022-04-30', 'on_hold', '2022-04-02'),
    listed('2022-08-06', 'active', '2022-05-26'),
  ]);
  expect(events).toEqual([
    { status: 'on_hold', date: '2022-04-02' },
    { status: 'active', date: '2022-05-26' },
  ]);
  expect(
    ['2022-04-01', '2022-05-25', '2022-05-26', '2022-08-06'].map((day) => statusOn(events, day)),
  ).toEqual(['active', 'on_hold', 'active', 'active']);
});

test('an unlisted project leaves on the day of its edition and is active again from the next listing', () => {
  const events = statusHistory([
    listed('2020-03-31', 'active'),
    absent('2021-03-31'),
    absent('2022-03-31'),
    listed('2023-03-31', 'active', '2019-01-01'),
  ]);
  expect(events).toEqual([
    { status: 'unlisted', date: '2021-03-31' },
    { status: 'active', date: '2023-03-31' },
  ]);
  expect(
    statusHistory([listed('2020-03-31', 'on_hold', '2020-01-01'), absent('2021-03-31')]).at(-1),
  ).toEqual({
    status: 'unlisted',
    date: '2021-03-31',
  });
});

test('an ended project that is no longer listed keeps its status', () => {
  for (const status of statuses.filter(
    (one) => one !== 'active' && one !== 'on_hold' && one !== 'unlisted',
  ))
    expect(
      statusHistory([listed('2020-03-31', status, '2020-01-05'), absent('2021-03-31')]),
    ).toEqual([{ status, date: '2020-01-05' }]);
  const entry: Statement = {
    kind: 'entry',
    day: '2020-06-01',
    revision: 2,
    stage_events: [],
    status_events: [{ status: 'lost', date: '2020-06-01' }],
  };
  expect(
    statusHistory([listed('2020-03-31', 'active'), absent('2021-03-31', 3), entry]).at(-1),
  ).toMatchObject({ status: 'lost' });
});

test('a project has the status of an edition on its day, in any order of imports', () => {
  const days = ['2018-03-31', '2019-03-31', '2020-03-31', '2021-03-31', '2022-03-31'];
  const word = fc.constantFrom('active', 'on_hold', 'absent');
  fc.assert(
    fc.property(
      fc.tuple(word, word, word, word, word),
      fc.shuffledSubarray(days, { minLength: 5 }),
      (states, order) => {
        const statements = days.map((day, at) =>
          states[at] === 'absent'
            ? absent(day, order.indexOf(day))
            : { ...listed(day, states[at] as Status), revision: order.indexOf(day) },
        );
        const events = statusHistory(
          order.map((day) => statements[days.indexOf(day)] as Statement),
        );
        expect(days.map((day) => statusOn(events, day))).toEqual(
          states.map((state) => (state === 'absent' ? 'unlisted' : state)),
        );
      },
    ),
  );
});
