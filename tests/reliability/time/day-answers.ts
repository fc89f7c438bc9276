// Prints days, months and moments in the time zone of TZ: node
// tests/reliability/time/day-answers.ts SEED COUNT
import { formatDate, formatMonth } from '#domain/values/format.ts';
import { languages } from '#domain/values/language.ts';
import {
  addDays,
  addMonths,
  daysBetween,
  isIsoDate,
  isMonthEnd,
  monthEnd,
  toMonth,
  monthsBetween,
} from '#domain/values/date.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';
import { random } from '../setup/random.ts';

const [seed = '1', count = '100'] = process.argv.slice(2);
const next = random(Number(seed));
const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
const two = (n: number): string => String(n).padStart(2, '0');
/** Days on which some zone changed its clock, skipped a day, or began a year. */
const edges = [
  '2026-03-29',
  '2026-10-25',
  '2024-02-29',
  '1999-12-31',
  '2000-01-01',
  '2011-12-30',
  '1945-08-15',
  '2100-02-28',
];
const day = (): string =>
  next() < 0.2
    ? pick(edges)
    : `${1950 + Math.floor(next() * 150)}-${two(1 + Math.floor(next() * 12))}-${two(1 + Math.floor(next() * 28))}`;
const say = (...what: unknown[]): void => console.log(JSON.stringify(what));

for (let n = 0; n < Number(count); n += 1) {
  const [a, b] = [day(), day()];
  const month = toMonth(a);
  const words = languages.flatMap((language) => [
    formatDate(a, language, 'long'),
    formatDate(a, language, 'short'),
    formatMonth(month, language, 'long'),
  ]);
  say(
    a,
    isIsoDate(a),
    isMonthEnd(a),
    monthEnd(month),
    addDays(a, Math.floor(next() * 800) - 400),
    addMonths(month, Math.floor(next() * 40) - 20),
  );
  say(daysBetween(a, b), monthsBetween(a, b), ...words);
}

async function answers(api: TestApi): Promise<void> {
  const ask = async (path: string): Promise<void> => {
    const text = await (await api.send('GET', path)).text();
    say(path, text.replace(/"(recorded_at|head|reference)":"[^"]*"/g, ''));
  };
  for (const value of ['2021-03-31', '2021-03-29', '2026-03-29T02:30', '2021-02-29'])
    say(
      value,
      (
        await api.send('POST', '/api/v1/exchange-rates', {
          body: {
            rates: [
              { base: 'JPY', quote: 'CNY', day: value, per_units: 100, rate: '5.9', source: 'x' },
            ],
          },
        })
      ).status,
    );
  await api.send('POST', '/api/v1/projects', {
    body: { code: 'P1', stage: 'lead', valid_from: '2021-05-10', facts: { name: 'x' } },
  });
  // The wall clock is a second before midnight in UTC. There it is the 10th, whatever the zone of
  // the server.
  await ask('/api/v1/overview');
  await ask('/api/v1/projects/P1');
  await ask('/api/v1/exchange-rates?known_at=2021-05-10');
  await ask('/api/v1/exchange-rates?known_at=2021-05-09');
  for (const moment of [
    '2021-05-11T00:59:59+01:00',
    '2021-05-10T23:59:59Z',
    '2021-05-11T13:59:59+14:00',
    '2021-05-10T11:59:59-12:00',
  ])
    await ask(`/api/v1/exchange-rates?known_at=${encodeURIComponent(moment)}`);
  for (const as_of of ['2020-06-30', '2020-12-31', '2021-01-01', '2021-03-16', '2021-04-16']) {
    await ask(`/api/v1/overview?as_of=${as_of}`);
    await ask(`/api/v1/projects?as_of=${as_of}&limit=500`);
    await ask(`/api/v1/pipeline?as_of=${as_of}`);
    await ask(`/api/v1/changes?from=2020-05-14&to=${as_of}`);
    await ask(`/api/v1/charts/targets.csv?as_of=${as_of}&lang=ja`);
  }
  const form = new FormData();
  const rows = [
    'A,测试一,2021-03-29,2021/3/29',
    'B,测试二,2026-10-25,44284',
    'C,测试三,令和3年3月29日,2021年3月29日',
  ];
  form.append(
    'file',
    new File([`项目编号,项目名称,签约时间,开工时间\n${rows.join('\n')}\n`], 'days.csv'),
  );
  const preview = (await (
    await api.send('POST', '/api/v1/imports?lang=en', { body: form })
  ).json()) as Readonly<Record<string, unknown>>;
  say({ ...preview, id: '' });
}
for (const engine of engines) {
  const api = await openApi(engine, { clock: () => new Date('2021-05-10T23:59:59Z') });
  await answers(api);
  await api.close();
}
