import { type ReactNode, useEffect, useState } from 'react';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import { ink } from '#charts/kit/style/tokens.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { useLabels } from '#web/i18n/text.ts';
import { fittingSize, narrowWidth } from './fitting-size.ts';
import { wallLabels } from './labels/index.ts';
import type { WallSheet } from './sheets.ts';
import { WallProgress } from './wall-progress.tsx';
import { WallStages } from './wall-stages.tsx';
import * as wallStyles from './wall.module.css';

/** The size of a drawing on 1920 × 1080, before it is measured. */
const before = { width: 1808, height: 292 };
const claimSizes = [38, 34, 31, 28];

/** The size of the text in the stylesheet, in units of the wall screen. */
const textUnits = 28;

/** The size of an element in the units of the wall screen: a wide one is 1920 by 1080. */
function useRoom(box: HTMLElement | null): { readonly width: number; readonly height: number } {
  const [room, setRoom] = useState(before);
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
  readonly sheet: WallSheet;
  readonly overview: Overview;
}) {
  const t = useLabels(wallLabels);
  const [box, setBox] = useState<HTMLElement | null>(null);
  const { width, height } = useRoom(box);
  const subtitle = sheet.kind === 'measure' ? sheet.subtitle : t('by_stage');
  const size = fittingSize(sheet.claim, width, claimSizes);
  const besideRoom = width - textWidth(sheet.claim, size, true) * 1.04 - 48;
  const drawing: ReactNode =
    sheet.kind === 'measure' ? (
      <WallProgress series={sheet.series} width={width} height={height} />
    ) : (
      <WallStages overview={overview} hatched={sheet.hatched} width={width} height={height} />
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
        <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={sheet.claim}>
          {drawing}
        </svg>
      </div>
    </section>
  );
}
