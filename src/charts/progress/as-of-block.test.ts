import { describe, expect, it } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import { languages } from '#domain/values/language.ts';
import { freeOfLines } from './gap-labels.ts';
import { progressLayout } from './layout.ts';
import { progressSeries } from './series.ts';

describe('the words of the last value', () => {
  it('are where no line crosses them', () => {
    const series = progressSeries(
      sampleOverview,
      { measure: 'companies', range: 'to_target' },
      'zh-CN',
    );
    const { last, time, max } = series;
    if (last === undefined) throw new Error('the sample has a last value');
    // a curve that flattens near the target, a tenth of the time before the end
    const day = time.to - (time.to - time.from) * 0.1;
    const line = [0, 0.4, 0.7, 0.85, 0.9].map((share, i) => ({
      day: time.from + ((day - time.from) * i) / 4,
      v: max * share,
    }));
    const { forecast: _none, ...rest } = series;
    const late = {
      ...rest,
      runs: [{ from: 0, points: line }],
      plan: [],
      last: { ...last, day, v: max * 0.9 },
    };
    const { x, y, block, margin } = progressLayout(late, 700, 260);
    const words = Math.max(textWidth(last.date, 12), textWidth(last.now, 12, true));
    const area = {
      left: (block?.x ?? 0) - 8 - words,
      right: (block?.x ?? 0) - 8,
      top: block?.y ?? 0,
      bottom: (block?.y ?? 0) + 46,
    };
    expect(block?.anchor).toBe('end');
    expect(freeOfLines(late, { x, y, top: margin.top, bottom: 260 - margin.bottom })(area)).toBe(
      true,
    );
  });

  // seen to fail: in a low figure of a report, "Now" and "Plan to date" lay on the lines
  it('are at the right end in a low drawing, where lines leave no room', () => {
    for (const language of languages) {
      const series = progressSeries(
        sampleOverview,
        { measure: 'companies', range: 'to_target' },
        language,
      );
      const { last, time, max, target } = series;
      if (last === undefined || target === undefined) throw new Error('the sample has both');
      const day = time.to - (time.to - time.from) * 0.13;
      const start = { day: time.from, v: max * 0.36 };
      const end = { day: time.to, v: max * 0.95 };
      const { forecast: _none, ...rest } = series;
      const low = {
        ...rest,
        runs: [{ from: 0, points: [start, { day, v: max * 0.74 }] }],
        plan: [start, end].map((one) => ({ ...one, checkpoint: false, target: false })),
        last: { ...last, day, v: max * 0.74, now: 'Now 246', plan: 'Plan to date 295' },
      };
      const words = (width: number, height: number): readonly string[] =>
        progressLayout(low, width, height).ends.flatMap(({ lines }) =>
          lines.map(({ text }) => text),
        );
      expect(words(586, 150)).toEqual(
        expect.arrayContaining([last.date, 'Now 246', 'Plan to date 295']),
      );
      const { block, lineTop } = progressLayout(low, 586, 150);
      expect([block, lineTop === undefined]).toEqual([undefined, false]);
      // a high drawing has room beside the line
      expect(words(586, 420)).not.toContain('Now 246');
    }
  });
});
