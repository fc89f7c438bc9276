import { compact } from '#domain/values/compact.ts';
import { describe, expect, it } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { addIndustries } from '#domain/zone/industries.ts';
import { languages } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { pipeline } from './definition.ts';
import { pipelineOfficeChart } from './office/office-chart.ts';
import { pipelineSeries } from './series.ts';

const ids = ['港口', '物流', '医药', '汽车', '航空航天', '农业', '金融', '文旅', '矿业', '渔业'];
/** A register with ten industries, one that the settings do not name, and a project without any. */
const overview: Overview = {
  ...sampleOverview,
  zone: { ...sampleOverview.zone, industries: addIndustries([], ids) },
  strip: {
    ...sampleOverview.strip,
    groups: [
      {
        group: 'pipeline',
        count: 12,
        undisclosed: 0,
        amounts: [],
        rows: [
          {
            stage: 'lead',
            count: 12,
            undisclosed: 0,
            amounts: [],
            dots: [...ids, '化工', undefined].map((industry, at) => ({
              code: `P${at}`,
              name: `P${at}`,
              money: { minor: String((at + 1) * 1e10), currency: 'CNY' },
              ...compact({ industry }),
            })),
          },
        ],
      },
    ],
  },
};
const dots = (of: Overview) =>
  pipelineSeries(of, 'en').groups.flatMap(({ rows }) => rows.flatMap((row) => row.dots));

describe('industries in the strip plot', () => {
  it('gives up to eight industries marks of their own, and never draws an unknown one as services', () => {
    const marks = dots(overview).map(({ mark }) => mark);
    expect(new Set(marks.slice(0, 8)).size).toBe(8);
    expect(marks.slice(8)).toEqual(['other', 'other', 'other', 'other']);
  });

  it.each(languages)('have names in the key, and the rest is called others, in %s', (language) => {
    const { key } = pipeline.words(overview, { language, options: {} });
    expect(key).toHaveLength(9);
    expect(key.slice(0, 8).map(({ label }) => label)).toEqual(ids.slice(0, 8));
    expect(key.at(-1)?.label).toBe(
      { 'zh-CN': '其他、未填产业', ja: 'その他、分野未記入', en: 'Other, Industry not stated' }[
        language
      ],
    );
    expect(new Set(key.map(({ colour }) => colour)).size).toBe(9);
  });

  // seen to fail: the label of an industry of the register was "Other"
  it('have their own names in the table, also those without a mark of their own', () => {
    const { columns, rows } = pipeline.toTable(overview, { language: 'en', options: {} });
    const at = (id: string): number => columns.findIndex((column) => column.id === id);
    const names = rows.map((row) => row[at('industry')]);
    expect(names).toEqual([...ids.slice(0, 8), '矿业', '渔业', '化工', null]);
  });

  it('keep their marks when some of them have no project', () => {
    const fewer: Overview = {
      ...overview,
      strip: {
        ...overview.strip,
        groups: overview.strip.groups.map((group) => ({
          ...group,
          rows: group.rows.map((row) => ({ ...row, dots: row.dots.slice(4, 6) })),
        })),
      },
    };
    expect(dots(fewer).map(({ mark }) => mark)).toEqual(
      dots(overview)
        .slice(4, 6)
        .map(({ mark }) => mark),
    );
    expect(
      pipeline.words(fewer, { language: 'en', options: {} }).key.map(({ label }) => label),
    ).toEqual(['航空航天', '农业']);
  });

  it('are series of their own on a slide, each with its colour and shape; all others are one series', () => {
    const context = { language: 'en', options: {} } as const;
    const native = pipelineOfficeChart(overview, context, pipeline.toTable(overview, context));
    // names beside points have no symbol of their own
    const marks = native?.series.filter(({ symbol }) => symbol !== 'none') ?? [];
    expect(marks.map(({ name }) => name)).toEqual([
      ...ids.slice(0, 8),
      'Other, Industry not stated',
    ]);
    const looks = marks.map(
      ({ colour, symbol, hollow = false }) => `${colour} ${symbol} ${hollow}`,
    );
    expect(new Set(looks).size).toBe(9);
    expect(marks.at(-1)?.values?.filter((value) => value !== null)).toHaveLength(4);
    expect(native?.key?.map(({ label }) => label)).toEqual(marks.map(({ name }) => name));
  });
});
