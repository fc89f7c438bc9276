import { Label } from '#charts/kit/style/Ink.tsx';
import { ink } from '#charts/kit/style/tokens.ts';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import type { TimelineLayout } from './layout/layout.ts';
import type { TimelineSeries } from './series.ts';

interface GroundProps {
  readonly series: TimelineSeries;
  readonly layout: TimelineLayout;
  readonly width: number;
}

/** Draws years, the band of the next days, and the line of the day. */
export function Ground({ series, layout, width }: GroundProps) {
  const { plotTop, plotBottom, today, soonEnd, years } = layout;
  const half = textWidth(series.todayText, 12, true) / 2;
  // the head of a column is at the right of the band
  const isLeft = soonEnd + 10 + textWidth(series.soonText, 12) > layout.headLeft;
  return (
    <>
      <rect
        x={today}
        y={plotTop - 18}
        width={Math.max(0, soonEnd - today)}
        height={plotBottom - plotTop + 18}
        fill={ink('accent-weak')}
      />
      {years.map(({ x, y, text, line }) => (
        <g key={x}>
          {line === undefined ? null : (
            <line x1={line} x2={line} y1={plotTop} y2={plotBottom} stroke={ink('grid')} />
          )}
          <Label x={x} y={y} text={text} size={12} colour="ink-3" anchor="middle" />
        </g>
      ))}
      <line x1={0} x2={width} y1={plotBottom} y2={plotBottom} stroke={ink('rule')} />
      <Label
        x={Math.max(half, Math.min(width - half, today))}
        y={12}
        text={series.todayText}
        bold
        anchor="middle"
        colour="ink"
      />
      <Label
        x={isLeft ? today - 6 : soonEnd + 4}
        y={28}
        text={series.soonText}
        anchor={isLeft ? 'end' : 'start'}
        colour="ink-3"
      />
    </>
  );
}

/** Draws the line of the day, above the marks behind it. */
export const Today = ({ layout: { today, plotTop, plotBottom } }: Pick<GroundProps, 'layout'>) => (
  <line
    x1={today}
    x2={today}
    y1={plotTop - 32}
    y2={plotBottom}
    stroke={ink('ink')}
    strokeWidth="1.5"
  />
);

/** Draws the due dates as text. */
export function Lists({ lists }: Pick<TimelineLayout, 'lists'>) {
  return lists.map(({ head, lines }) => (
    <g key={head.text}>
      <Label x={head.x} y={head.y} text={head.text} bold colour="ink" />
      {lines.map(({ x, y, text }) => (
        <Label key={y} x={x} y={y} text={text} />
      ))}
    </g>
  ));
}
