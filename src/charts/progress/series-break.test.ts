import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { SeriesPoint } from '#domain/targets/target-row.ts';
import { languages } from '#domain/values/language.ts';
import { progress } from './definition.ts';
import { progressLayout } from './layout.ts';
import { Marks } from './Marks.tsx';
import { progressSeries } from './series.ts';

const point = (period: string, value: string): SeriesPoint => ({
  period,
  date: `${period}-28`,
  data_status: 'reported',
  value,
});

describe('a break in a series', () => {
  const reason = 'Branches are counted';
  const series = [point('2020-12', '20'), point('2021-01', '24'), point('2021-02', '70')].map(
    (one) => (one.period === '2021-02' ? { ...one, break_reason: reason } : one),
  );
  const overview: Overview = {
    ...sampleOverview,
    targets: sampleOverview.targets.map((one) =>
      one.indicator === 'companies' ? { ...one, series } : one,
    ),
  };
  it('is a gap in the line, with its reason in the text of the month and in the table', () => {
    for (const language of languages) {
      const options = { measure: 'companies', range: 'to_date' } as const;
      const series = progressSeries(overview, options, language);
      expect(series.runs.map(({ points }) => points.map(({ v }) => v))).toEqual([[20, 24], [70]]);
      const [, before, after] = series.points.map(({ day }) => day);
      expect(series.breaks).toEqual([((before ?? 0) + (after ?? 0)) / 2]);
      expect(
        series.points
          .at(-1)
          ?.lines.map(({ value }) => value)
          .join(),
      ).toContain(reason);
      const table = progress.toTable(overview, { language, options });
      const at = table.columns.findIndex(({ id }) => id === 'series_break');
      expect(table.rows.map((cells) => cells[at])).toEqual([null, null, reason]);
      expect(table.rows.every((cells) => cells.length === table.columns.length)).toBe(true);
    }
  });

  // seen to fail: nothing in the picture showed where the values stop being comparable
  it('has a vertical line over the height of the plot', () => {
    const series = progressSeries(overview, { measure: 'companies', range: 'to_date' }, 'en');
    const layout = progressLayout(series, 700, 340);
    const picture = renderToStaticMarkup(createElement(Marks, { series, layout }));
    const x = layout.x(series.breaks[0] ?? 0);
    expect(picture).toContain(
      `<line x1="${x}" x2="${x}" y1="${layout.margin.top}" y2="${layout.y(0)}"`,
    );
  });
});
