import { expect, it } from 'vitest';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { StageTotals } from '#domain/projects/register-view.ts';
import { languages } from '#domain/values/language.ts';
import { pipelineLayout } from './layout.ts';
import { pipelineSeries } from './series.ts';

const yuan = { minor: '10000000000', currency: 'CNY' };
const yen = { minor: '500000000', currency: 'JPY' };
const row: StageTotals = {
  stage: 'signed',
  count: 3,
  undisclosed: 1,
  amounts: [yuan, yen],
  dots: [
    { code: 'A', name: 'A', industry: 'eco', money: yuan },
    { code: 'B', name: 'B', industry: 'eco', money: yen },
    { code: 'C', name: 'C', industry: 'eco', missing: 'not_readable' },
  ],
};
const overview: Overview = {
  ...sampleOverview,
  strip: {
    ...sampleOverview.strip,
    groups: [{ group: 'pipeline', count: 3, undisclosed: 1, amounts: row.amounts, rows: [row] }],
  },
};

// seen to fail: a chart on a phone had squares without the words "Other currency"
it.each(languages)(
  'a band of a group explains each of its marks at every width, %s',
  (language) => {
    const series = pipelineSeries(overview, language);
    for (const width of [280, 320, 358, 440, 560, 700, 1100]) {
      const [placed] = pipelineLayout(series, width, 300).groups;
      if (placed === undefined) throw new Error('no group');
      const { group, keys, top, height, rows } = placed;
      expect(keys.map(({ mark }) => mark)).toEqual(['dashed', 'square']);
      const free = [width, width];
      for (const { words, end, line } of keys) {
        expect(end).toBeLessThanOrEqual(free[line] ?? 0);
        free[line] = end - textWidth(words, 12) - 14;
      }
      expect(free[0]).toBeGreaterThan(4 + textWidth(group.label, 12, true));
      expect(free[1]).toBeGreaterThan(0);
      expect(height).toBe(keys.some(({ line }) => line === 1) ? 35 : 21);
      expect(rows[0]?.top).toBe(top + height);
    }
  },
);
