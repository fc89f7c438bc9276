import { markPaint, markPath, findMarkShape } from '#charts/kit/style/industry-marks.ts';
import type { IndustryMark } from '#domain/zone/zone.ts';
import * as displayStyles from './display.module.css';

/** The mark of an industry, as in charts; a dashed ring when it is unknown. */
export const IndustryDot = ({ colour }: { readonly colour: IndustryMark | undefined }) => (
  <svg
    className={displayStyles.industryDot}
    width="11"
    height="11"
    viewBox="0 0 11 11"
    aria-hidden="true"
  >
    {colour === undefined ? (
      <circle
        cx="5.5"
        cy="5.5"
        r="4.3"
        fill="none"
        stroke="var(--ink-3)"
        strokeWidth="1.6"
        strokeDasharray="2.4 1.8"
      />
    ) : (
      <path
        d={markPath(findMarkShape(colour), 5.5, 5.5, 5)}
        {...markPaint(findMarkShape(colour), `var(--ind-${colour})`)}
      />
    )}
  </svg>
);
