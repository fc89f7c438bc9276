import type { ReactElement } from 'react';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import { Label } from '#charts/kit/style/Ink.tsx';
import { ink } from '#charts/kit/style/tokens.ts';
import type { ProgressLayout } from './layout.ts';
import type { DatedMark, ProgressSeries } from './series-types.ts';

const radius = 7.5;
/** Marks that are nearer than this are joined, as 2–4. */
const apart = 22;

/** Places marks; neighbours without room for two numbers become one. */
function together(
  marks: readonly DatedMark[],
  x: (day: number) => number,
): readonly { readonly x: number; readonly text: string }[] {
  const groups: { days: number[]; first: string; last: string }[] = [];
  for (const { day, number } of marks) {
    const before = groups.at(-1);
    if (before !== undefined && x(day) - x(before.days.at(-1) ?? day) < apart) {
      before.days.push(day);
      before.last = number;
    } else groups.push({ days: [day], first: number, last: number });
  }
  return groups.map(({ days, first, last }) => ({
    x: (x(days[0] ?? 0) + x(days.at(-1) ?? 0)) / 2,
    text: first === last ? first : `${first}–${last}`,
  }));
}

/** Numbers of decisions and notes on their days, above the axis. */
export function DatedMarks({
  series,
  layout: { x, y },
}: {
  readonly series: ProgressSeries;
  readonly layout: ProgressLayout;
}): ReactElement {
  const [bottom, middle] = [y(0), y(0) - radius - 3];
  return (
    <g>
      {together(series.marks, (day) => x(Math.min(day, series.time.to))).map((mark) => {
        const half = Math.max(radius, textWidth(mark.text, 11) / 2 + 4);
        return (
          <g key={mark.text}>
            <line x1={mark.x} x2={mark.x} y1={middle + radius} y2={bottom} stroke={ink('ink-2')} />
            <rect
              x={mark.x - half}
              y={middle - radius}
              width={half * 2}
              height={radius * 2}
              rx={radius}
              fill={ink('bg')}
              stroke={ink('ink-2')}
              strokeWidth="1.2"
            />
            <Label
              x={mark.x}
              y={middle + 4}
              text={mark.text}
              size={11}
              colour="ink"
              anchor="middle"
            />
          </g>
        );
      })}
    </g>
  );
}
