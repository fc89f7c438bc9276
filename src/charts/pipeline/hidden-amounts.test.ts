import { expect, it } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { serverDocument } from '#charts/static/document.ts';
import { renderPlot } from '#charts/static/render-to-svg.tsx';
import type { Overview } from '#domain/overview/overview.ts';
import type { ProjectDot, StageTotals } from '#domain/projects/register-view.ts';
import { redactionProfiles } from '#domain/redaction/profile.ts';
import { redactOverview } from '#domain/redaction/redact.ts';
import { cellsOfDots } from '#domain/redaction/register.fixture.ts';
import { toDrawableOverview } from '#domain/redaction/shared-overview.ts';
import { pipeline } from './definition.ts';
import { otherCurrencies } from './other-currencies.ts';
import { pipelineSeries } from './series.ts';

const dot = (code: string, minor?: string): ProjectDot => ({
  code,
  name: code,
  ...(minor === undefined ? { missing: 'not_disclosed' } : { money: { minor, currency: 'CNY' } }),
});
const withRow = (row: StageTotals): Overview => ({
  ...sampleOverview,
  strip: {
    ...sampleOverview.strip,
    groups: [
      {
        group: 'established',
        count: row.count,
        undisclosed: row.undisclosed,
        amounts: row.amounts,
        rows: [row],
      },
    ],
  },
});
const context = { language: 'en', options: {} } as const;
/** A stage with one project more than are drawn one by one. */
const row: StageTotals = {
  stage: 'construction',
  count: 61,
  undisclosed: 0,
  amounts: [{ minor: '61000000000', currency: 'CNY' }],
  dots: Array.from({ length: 61 }, (_, at) => dot(`C${at}`, '1000000000')),
};
const spreadOf = (investors: number): NonNullable<StageTotals['spread']> => ({
  currency: 'CNY',
  count: 61,
  not_above_zero: 0,
  classes: [{ from: '160000000', to: '1600000000', count: 61, investors }],
});

const sharedWith = (investors: number) => {
  const overview = withRow({ ...row, spread: spreadOf(investors) });
  return redactOverview(overview, redactionProfiles.full, cellsOfDots(overview));
};

it('a link whose stage has too few known investors draws none of its more than 60 projects, and a note states it', () => {
  const shared = sharedWith(2);
  expect(shared.strip?.groups[0]?.rows[0]).toMatchObject({
    count: 61,
    dots: [],
    spread_held_back: true,
  });
  const drawable = toDrawableOverview(shared);
  expect(pipelineSeries(drawable, 'en').groups[0]?.rows[0]?.dots).toEqual([]);
  expect(pipeline.words(drawable, context).notes).toContain(
    'Stages with more than 60 projects and fewer than three known investors: the distribution can’t be shown',
  );
});

it('with a third investor the link draws the distribution', () => {
  const shared = sharedWith(3);
  expect(shared.strip?.groups[0]?.rows[0]).not.toHaveProperty('spread_held_back');
  expect(
    pipelineSeries(toDrawableOverview(shared), 'en').groups[0]?.rows[0]?.spread?.classes,
  ).toHaveLength(1);
});

it('of more than 60 projects none is drawn alone, even where the distribution is withheld', () => {
  const unknown: StageTotals = {
    ...row,
    undisclosed: 61,
    amounts: [],
    dots: Array.from({ length: 61 }, (_, at) => dot(`U${at}`)),
  };
  expect(pipelineSeries(withRow(unknown), 'en').groups[0]?.rows[0]?.dots).toEqual([]);
});

it('before the first known day the picture states it, without an axis', () => {
  const unknown: Overview = {
    ...sampleOverview,
    as_of: '2020-01-31',
    first_known_day: '2020-04-27',
    strip: { groups: [], data_status: 'reported' },
  };
  expect(pipeline.words(unknown, context).subtitle).toBe('');
  const series = pipelineSeries(unknown, 'en');
  expect(series).toMatchObject({ ticks: [], groups: [], unit: '' });
  const svg = renderPlot(serverDocument, {
    id: 'pipeline',
    series,
    width: 560,
    height: 120,
    language: 'en',
    prefix: 'p',
  });
  const texts = [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);
  expect(texts).toEqual([
    'Projects are not known before 27 April 2020: the register begins on that day',
  ]);
});

const totals = toDrawableOverview(
  redactOverview(sampleOverview, redactionProfiles.totals, cellsOfDots(sampleOverview)),
);
it('a shared view without projects draws their number by stage, and notes withheld amounts', () => {
  const rows = pipelineSeries(totals, 'en').groups.flatMap((group) => group.rows);
  expect(
    rows.map(({ stage, bar, sum, dots, spread }) => [stage, bar, sum, dots.length, spread]),
  ).toEqual([
    ['full_capacity', 0, '—', 0, undefined],
    ['operation', 1, 'not shown', 0, undefined],
    ['construction', 4, '2.30', 0, undefined],
    ['registered', 2, 'not shown', 0, undefined],
    ['signed', 3, '1.14', 0, undefined],
    ['negotiation', 11, '2.76', 0, undefined],
    ['lead', 6, '1.22', 0, undefined],
  ]);
  const context = { language: 'en', options: {} } as const;
  expect(pipeline.words(totals, context).notes).toEqual([]);
  const full = toDrawableOverview(
    redactOverview(sampleOverview, redactionProfiles.full, cellsOfDots(sampleOverview)),
  );
  expect(pipeline.words(full, context).notes).toEqual([
    'Stages without dots are shown in sum only',
  ]);
  expect(pipeline.toTable(totals, context).rows).toContainEqual([
    'Established',
    'In operation',
    '1',
    null,
    'CNY',
    'not shown',
  ]);
});

// seen to fail: 'CN¥434.3mn, amounts in CNY not shown', a sum of one group beside the other's silence
it('names the group of a sum in another currency where a link withholds that of the other group', () => {
  const group = { count: 3, undisclosed: 0, rows: [] };
  const shared: Overview = {
    ...sampleOverview,
    zone: { ...sampleOverview.zone, base_currency: 'EUR' },
    strip: {
      ...sampleOverview.strip,
      currency: 'EUR',
      groups: [
        {
          ...group,
          group: 'established',
          held_back: ['CNY'],
          amounts: [{ minor: '5000000000', currency: 'EUR' }],
        },
        {
          ...group,
          group: 'pipeline',
          held_back: ['AED'],
          amounts: [{ minor: '43430000000', currency: 'CNY' }],
        },
      ],
    },
  };
  const notes = (language: 'en' | 'zh-CN' | 'ja') => otherCurrencies(shared, language);
  expect(notes('en')).toBe(
    'Other currencies are not in the plot: CN¥434.3mn (Pipeline only; Established not shown), amounts in AED not shown',
  );
  expect(notes('zh-CN')).toContain('4.34亿元（仅储备在谈；已落户不显示）');
  expect(notes('ja')).toContain('4.34億元（商談・準備中のみ、立地済みは非表示）');
});
