import { expect, test } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import { languages } from '#domain/values/language.ts';
import { markAreas } from './dated-marks.ts';
import { touch } from './gap-labels.ts';
import { progressLayout } from './layout.ts';
import { progressSeries } from './series.ts';

// seen to fail: "2026年7月未报送" lay over the numbers of two notes
test('a label of a month without a report covers no number of a note', () => {
  for (const language of languages)
    for (const width of [420, 640, 960]) {
      const own = progressSeries(
        sampleOverview,
        { measure: 'companies', range: 'to_target' },
        language,
      );
      const day = (own.last?.day ?? 0) + 500;
      const series = {
        ...own,
        gaps: [{ from: day - 62, to: day - 31, label: '2021年2月未报送' }],
        marks: [62, 31, 0].map((back, at) => ({
          day: day - back,
          number: String(at + 1),
          text: 'Note',
          note: 'Note',
        })),
      };
      const { x, y, gapLabels } = progressLayout(series, width, 300);
      const areas = markAreas(series, { x, bottom: y(0) });
      expect(areas).toHaveLength(3);
      expect(gapLabels).toHaveLength(1);
      for (const label of gapLabels) {
        const half = textWidth(label.text, 12) / 2;
        const area = {
          left: label.x - half,
          right: label.x + half,
          top: label.y - 12,
          bottom: label.y,
        };
        expect(areas.some((one) => touch(one, area))).toBe(false);
      }
    }
});
