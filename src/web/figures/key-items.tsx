import type { ChartWords } from '#charts/kit/definition.ts';
import { markPaint, markPath } from '#charts/kit/style/industry-marks.ts';
import { ink } from '#charts/kit/style/tokens.ts';

/** The marks of a chart's key, each with its label. */
export const KeyItems = ({ items }: { readonly items: ChartWords['key'] }) =>
  items.map((item) => (
    <span key={item.label}>
      <svg width="11" height="11" viewBox="0 0 11 11" aria-hidden="true">
        <path
          d={markPath(item.shape, 5.5, 5.5, 4.8)}
          {...markPaint(item.shape, ink(item.colour))}
        />
      </svg>
      {item.label}
    </span>
  ));
