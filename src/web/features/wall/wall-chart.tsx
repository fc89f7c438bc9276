import { type ReactNode, useEffect, useState } from 'react';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import { ink } from '#charts/kit/style/tokens.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { useLabels } from '#web/i18n/text.ts';
import { fittingSize, narrowWidth } from './fitting-size.ts';
import { wallLabels } from './labels/index.ts';
import type { ChartSheet } from './sheets.ts';
import { WallProgress } from './wall-progress.tsx';
import { WallStages } from './wall-stages.tsx';
import * as wallStyles from './wall.module.css';

interface Room {
  readonly width: number;
  readonly height: number;
  readonly className?: string;
}
/** The size of a drawing on 1920 × 1080. */
const wideRoom = { width: 1808, height: 292 };
/**
 * The drawings before one is measured: on 1920 × 1080 and on a phone of 390 × 844. The stylesheet
 * shows the one that suits the screen.
 */
const usualRooms: readonly Room[] = [
  { ...wideRoom, className: wallStyles.wide },
  { width: 716, height: 1300, className: wallStyles.narrow },
];
const claimSizes = [38, 34, 31, 28];

/** The size of the text in the stylesheet, in units of the wall screen. */
const textUnits = 28;

/**
 * The size of an element in the units of the wall screen: a wide one is 1920 by 1080. Undefined
 * before it is measured.
 */
function useRoom(box: HTMLElement | null): Room | undefined {
  const [room, setRoom] = useState<Room>();
  useEffect(() => {
    if (box === null) return undefined;
    const measure = () => {
      const unit = Number.parseFloat(getComputedStyle(box).fontSize) / textUnits;
      if (box.clientWidth > 0 && box.clientHeight > 0)
        setRoom({ width: box.clientWidth / unit, height: box.clientHeight / unit });
    };
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, [box]);
  return room;
}

/**
 * The hatches of invented values and of missing months, wide enough for a distance of four metres.
 */
export const WallHatches = () => (
  <svg width="0" height="0" className={wallStyles.hatches} aria-hidden="true">
    <defs>
      <pattern
        id="wall-example"
        width="10"
        height="10"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="10" height="10" fill={ink('accent-weak')} />
        <rect width="4.6" height="10" fill={ink('accent')} />
      </pattern>
      <pattern
        id="wall-missing"
        width="14"
        height="14"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="4" height="14" fill={ink('rule')} />
      </pattern>
    </defs>
  </svg>
);

/** One chart with its claim. The claim is the name of the drawing. */
export function WallChart({
  sheet,
  overview,
}: {
  readonly sheet: ChartSheet;
  readonly overview: Overview;
}) {
  const t = useLabels(wallLabels);
  const [box, setBox] = useState<HTMLElement | null>(null);
  const room = useRoom(box);
  const { width } = room ?? wideRoom;
  const subtitle = sheet.kind === 'measure' ? sheet.subtitle : t('by_stage');
  const size = fittingSize(sheet.claim, width, claimSizes);
  const besideRoom = width - textWidth(sheet.claim, size, true) * 1.04 - 48;
  const draw = (space: Pick<Room, 'width' | 'height'>): ReactNode =>
    sheet.kind === 'measure' ? (
      <WallProgress series={sheet.series} {...space} />
    ) : (
      <WallStages overview={overview} hatched={sheet.hatched} {...space} />
    );
  return (
    <section className={wallStyles.chart}>
      <header>
        <h2 data-size={size}>{sheet.claim}</h2>
        {width >= narrowWidth && textWidth(subtitle, 28) * 1.04 > besideRoom ? null : (
          <p>{subtitle}</p>
        )}
      </header>
      <div ref={setBox}>
        {(room === undefined ? usualRooms : [room]).map(({ className, ...space }) => (
          <svg
            key={className ?? 'measured'}
            viewBox={`0 0 ${space.width} ${space.height}`}
            role="img"
            aria-label={sheet.claim}
            className={className}
          >
            {draw(space)}
          </svg>
        ))}
      </div>
    </section>
  );
}
