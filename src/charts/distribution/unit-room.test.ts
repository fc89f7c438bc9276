import { expect, test } from 'vitest';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import { laySizes } from './layout.ts';
import type { SizeSeries } from './series.ts';

// seen to fail: シンガポール・ドル stood on the first label of the axis
test.each(['元', 'マレーシア・リンギット'])(
  'the unit %s stands beside no label of the axis',
  (unit) => {
    const series: SizeSeries = {
      heads: ['案件数', '中央値', '中央の8割'],
      words: { value: '', share: '' },
      small: 12,
      empty: '',
      blocks: [
        {
          unit: 'MYR',
          heading: unit,
          axis: { unit: 'MYR', scale: 0, word: unit },
          from: 6,
          to: 9,
          top: 1,
          ticks: [6, 7, 8, 9].map((at) => ({ at, text: `1${'0'.repeat(at - 4)}万` })),
          rows: [],
        },
      ],
    };
    const texts = laySizes(series, 760).shapes.flatMap((shape) =>
      shape.kind === 'text' ? [shape] : [],
    );
    const [head, first] = texts;
    expect(head?.text).toBe(unit);
    const end = textWidth(unit, 12, true);
    const left = (first?.x ?? 0) - textWidth(first?.text ?? '', 12) / 2;
    expect(first?.y === head?.y && end > left).toBe(false);
    expect((first?.y ?? 0) - (head?.y ?? 0)).toBe(unit === '元' ? 0 : 18);
  },
);
