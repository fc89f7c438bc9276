import type { ChartWords } from '#charts/kit/definition.ts';
import { markPaint, markPath } from '#charts/kit/style/industry-marks.ts';
import { ink } from '#charts/kit/style/tokens.ts';
import * as printedOverviewStyles from './printed-overview.module.css';

/** The title of a chart on paper, and its measure. */
export const PrintedHeading = ({ words }: { readonly words: ChartWords }) => (
  <>
    <h3>{words.title}</h3>
    <p className={printedOverviewStyles.quiet}>{words.subtitle}</p>
  </>
);

/** The key of a chart on paper; empty where it has none. */
export const PrintedKey = ({ words }: { readonly words: ChartWords }) =>
  words.key.length === 0 ? null : (
    <p className={printedOverviewStyles.key}>
      {words.key.map((item) => (
        <span key={item.label}>
          <svg width="11" height="11" viewBox="0 0 11 11" aria-hidden="true">
            <path
              d={markPath(item.shape, 5.5, 5.5, 4.8)}
              {...markPaint(item.shape, ink(item.colour))}
            />
          </svg>
          {item.label}
        </span>
      ))}
    </p>
  );
