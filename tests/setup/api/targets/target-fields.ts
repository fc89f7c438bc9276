/** The same words in each language. */
export const inEach = (text: string) => ({ 'zh-CN': text, ja: text, en: text });
const loneSurrogate = 'a\ud83d';
export const emoji = '🏭'.repeat(300);
export const rightToLeft = 'منطقة ‏(أ)‏ שלום';
/** An indicator that the sample does not have. */
export const makeRent = (more: object = {}) => ({
  id: 'rent',
  kind: 'annual_flow',
  january_in_february: false,
  unit: 'CNY',
  name: inEach('Rent'),
  definition: inEach('Rent of the year'),
  ...more,
});
/** The target of that indicator for 2020. */
export const makeAnnual = (more: object = {}) => ({
  id: 'rent-2020',
  indicator: 'rent',
  period: { kind: 'year', year: 2020 },
  comparator: '>=',
  value: '100',
  deadline: '2020-12-31',
  baseline_date: '2019-12-31',
  source: 'Notice 7',
  source_date: '2020-01-15',
  data_status: 'reported',
  ...more,
});
export const makePart = (more: object = {}) => ({
  id: 'a',
  name: 'Bureau A',
  value: '60',
  ...more,
});
export const makeSplit = (...parts: object[]) => ({ split: { by: 'unit', parts } });
export const makeItem = (more: object = {}) => ({
  id: 'law',
  name: { en: 'Rules passed' },
  ...more,
});
export const makeMonthly = (...values: object[]) => ({ plan: { path: 'monthly', values } });
export const makeCheckpoints = (...points: (readonly [date: string, share: number])[]) => ({
  plan: {
    path: 'checkpoints',
    checkpoints: points.map(([date, share]) => ({ date, share, data_status: 'reported' })),
  },
});
export const makeBreaks = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    month: `${2000 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
    reason: 'New statistics',
  }));
export const makeParts = (count: number) =>
  Array.from({ length: count }, (_, at) => makePart({ id: `p${at}`, value: '0.5' }));

type Case = readonly [name: string, field: object, path: string];
/** Fields that are rejected, with their path in the indicator or target. */
export const badIndicators: readonly Case[] = [
  ['power 5', { power: 5 }, 'power'],
  ['power as text', { power: '4' }, 'power'],
  ['direction sideways', { direction: 'sideways' }, 'direction'],
  ['is_shared true', { is_shared: true }, 'is_shared'],
  ['is_shared null', { is_shared: null }, 'is_shared'],
  ['a break in month 13', { breaks: [{ month: '2020-13', reason: 'x' }] }, 'breaks.0.month'],
  ['a break on a day', { breaks: [{ month: '2020-01-01', reason: 'x' }] }, 'breaks.0.month'],
  ['a break in 1899', { breaks: [{ month: '1899-12', reason: 'x' }] }, 'breaks.0.month'],
  ['a break without words', { breaks: [{ month: '2020-01', reason: ' ' }] }, 'breaks.0.reason'],
  ['51 breaks', { breaks: makeBreaks(51) }, 'breaks'],
  ['half a ratio', { ratio: { numerator: 'companies' } }, 'ratio.denominator'],
  ['an owner of 201', { owner: 'x'.repeat(201) }, 'owner'],
  ['a blank owner', { owner: ' ' }, 'owner'],
  ['a unit in charge of 201 emoji', { unit_in_charge: '🏭'.repeat(201) }, 'unit_in_charge'],
  ['a source of 301', { source: 'x'.repeat(301) }, 'source'],
  ['a broken surrogate as owner', { owner: loneSurrogate }, 'owner'],
  ['a name of 201', { name: inEach('x'.repeat(201)) }, 'name.zh-CN'],
  ['a broken surrogate as name', { name: inEach(loneSurrogate) }, 'name.zh-CN'],
];
export const badTargets: readonly Case[] = [
  ['year 1899', { period: { kind: 'year', year: 1899 } }, 'period.year'],
  ['year 2201', { period: { kind: 'year', year: 2201 } }, 'period.year'],
  ['quarter 5', { period: { kind: 'quarter', year: 2020, quarter: 5 } }, 'period.quarter'],
  ['a year with a quarter', { period: { kind: 'year', year: 2020, quarter: 1 } }, 'period.quarter'],
  ['a month as period', { period: { kind: 'month', year: 2020 } }, 'period.kind'],
  ['covers a decade', { covers: 'decade' }, 'covers'],
  ['a decimal with e', makeMonthly({ month: '2020-01', value: '1e3' }), 'plan.values.0.value'],
  ['a number as decimal', makeMonthly({ month: '2020-01', value: 7 }), 'plan.values.0.value'],
  ['a plan of no month', makeMonthly(), 'plan.values'],
  ['a split of 101', makeSplit(...makeParts(101)), 'split.parts'],
  ['a split of none', makeSplit(), 'split.parts'],
  ['a part with a blank name', makeSplit(makePart({ name: '' })), 'split.parts.0.name'],
  [
    'a part with a name of 300',
    makeSplit(makePart({ name: '🏭'.repeat(300) })),
    'split.parts.0.name',
  ],
  ['a part with a wrong value', makeSplit(makePart({ value: '1,000' })), 'split.parts.0.value'],
  [
    'an item planned on 30 February',
    { items: [makeItem({ planned: '2020-02-30' })] },
    'items.0.planned',
  ],
  ['an item done in words', { items: [makeItem({ done: 'soon' })] }, 'items.0.done'],
  [
    'an item of a broken name',
    { items: [makeItem({ name: { en: loneSurrogate } })] },
    'items.0.name.en',
  ],
  ['an item in a fourth language', { items: [makeItem({ name: { fr: 'x' } })] }, 'items.0.name.fr'],
  ['an owner of 201', { owner: 'x'.repeat(201) }, 'owner'],
  ['a broken surrogate as owner', { owner: loneSurrogate }, 'owner'],
];
/** Faults that only the whole zone shows. */
export const badZones: readonly (readonly [
  name: string,
  indicator: object,
  targets: object[],
  path: string,
])[] = [
  [
    'a ratio of itself',
    { ratio: { numerator: 'rent', denominator: 'companies' } },
    [],
    'indicators.rent.ratio',
  ],
  [
    'a ratio of the unknown',
    { ratio: { numerator: 'jobs', denominator: 'moon' } },
    [],
    'indicators.rent.ratio',
  ],
  ['a target id twice', {}, [makeAnnual(), makeAnnual({ value: '7' })], 'targets.rent-2020'],
  [
    'a target id that is another indicator',
    {},
    [makeAnnual({ id: 'companies' })],
    'targets.companies',
  ],
  [
    'an unknown phase',
    {},
    [makeAnnual({ period: { kind: 'phase', phase: 'moon' } })],
    'targets.rent-2020.period',
  ],
  [
    'parts above the whole',
    {},
    [makeAnnual(makeSplit(makePart(), makePart({ id: 'b', value: '40.0000000001' })))],
    'targets.rent-2020.split',
  ],
  [
    'a part id twice',
    {},
    [makeAnnual(makeSplit(makePart({ value: '1' }), makePart({ name: 'B', value: '2' })))],
    'targets.rent-2020.split.parts.a',
  ],
  [
    'an item id twice',
    {},
    [
      makeAnnual({
        comparator: 'qualitative',
        value: undefined,
        items: [makeItem(), makeItem({ name: { ja: 'B' } })],
      }),
    ],
    'targets.rent-2020.items.law',
  ],
  [
    'a plan month twice',
    {},
    [makeAnnual(makeMonthly({ month: '2020-05', value: '1' }, { month: '2020-05', value: '1' }))],
    'targets.rent-2020.plan.values.2020-05',
  ],
  [
    'a plan month before the baseline',
    {},
    [makeAnnual(makeMonthly({ month: '2019-12', value: '1' }))],
    'targets.rent-2020.plan.values.2019-12',
  ],
  [
    'a plan month after the deadline',
    {},
    [makeAnnual(makeMonthly({ month: '2021-01', value: '1' }))],
    'targets.rent-2020.plan.values.2021-01',
  ],
  [
    'a checkpoint twice',
    {},
    [makeAnnual(makeCheckpoints(['2020-05-31', 0.4], ['2020-05-31', 0.5]))],
    'targets.rent-2020.plan.checkpoints.2020-05-31',
  ],
  [
    'a checkpoint with a smaller share',
    {},
    [makeAnnual(makeCheckpoints(['2020-08-31', 0.3], ['2020-05-31', 0.4]))],
    'targets.rent-2020.plan.checkpoints.2020-08-31',
  ],
  [
    'a checkpoint on the baseline date',
    {},
    [makeAnnual(makeCheckpoints(['2019-12-31', 0]))],
    'targets.rent-2020.plan.checkpoints.2019-12-31',
  ],
  [
    'a deadline after its year',
    {},
    [makeAnnual({ deadline: '2021-01-01' })],
    'targets.rent-2020.deadline',
  ],
  [
    'a deadline before its quarter',
    {},
    [makeAnnual({ period: { kind: 'quarter', year: 2020, quarter: 4 }, deadline: '2020-09-30' })],
    'targets.rent-2020.deadline',
  ],
  [
    'a break twice',
    { breaks: [...makeBreaks(2), ...makeBreaks(2).slice(1)] },
    [],
    'indicators.rent.breaks.2000-02',
  ],
  ['breaks out of order', { breaks: makeBreaks(2).toReversed() }, [], 'indicators.rent.breaks'],
];
