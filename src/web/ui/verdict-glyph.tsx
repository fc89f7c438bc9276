import type { ReactNode } from 'react';
import type { Verdict } from '#domain/overview.ts';

const arrow = (up: boolean, width: number) => (
  <path strokeWidth={width} d={up ? 'M6 10.8V1.6M2.2 5.2 6 1.4l3.8 3.8' : 'M6 1.2v9.2M2.2 6.8 6 10.6l3.8-3.8'} />
);
const tick = <path strokeWidth="1.8" d="m1.8 6.4 2.8 2.9 5.6-6.4" />;
const bars = <path strokeWidth="2" strokeLinecap="butt" d="M1.2 4h9.6M1.2 8h9.6" />;
const ring = <circle cx="6" cy="6" r="4.6" strokeWidth="1.5" strokeDasharray="2.2 2" />;
const cross = <path strokeWidth="1.8" d="m2 2 8 8m0-8-8 8" />;

const glyphs: Readonly<Record<Verdict, ReactNode>> = {
  met: tick,
  not_yet_exceeded: bars,
  ahead: arrow(true, 1.8),
  on_plan: bars,
  slightly_behind: arrow(false, 1.3),
  behind: arrow(false, 2.4),
  missed: cross,
  no_value: ring,
  no_value_at_deadline: ring,
  no_verdict: ring,
};

/** Arrow, bars, tick or dashed ring beside the words of a verdict; never a triangle. */
export const VerdictGlyph = ({ verdict }: { readonly verdict: Verdict }) => (
  <svg
    className="glyph"
    width="12"
    height="12"
    viewBox="0 0 12 12"
    aria-hidden="true"
    fill="none"
    stroke="currentColor"
    strokeLinecap="round"
    strokeLinejoin="round"
  >
    {glyphs[verdict]}
  </svg>
);
