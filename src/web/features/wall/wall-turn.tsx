import { useEffect, useState } from 'react';
import { useLabels } from '#web/i18n/text.ts';
import * as textStyles from '#web/ui/text.module.css';
import { wallLabels } from './labels/index.ts';
import type { WallSheet } from './sheets.ts';
import type { Turn } from './use-turn.ts';
import * as wallStyles from './wall.module.css';

interface TurnProps {
  readonly sheets: readonly WallSheet[];
  readonly turn: Turn;
}

/** The elapsed share of the time of a chart; all of it with reduced motion. */
function TurnProgress({ seconds }: { readonly seconds: number }) {
  const [line, setLine] = useState<HTMLElement | null>(null);
  useEffect(() => {
    if (line === null || matchMedia('(prefers-reduced-motion: reduce)').matches) return undefined;
    const run = line.animate(
      [{ transform: 'scaleX(0)' }, { transform: 'scaleX(1)' }],
      seconds * 1000,
    );
    return () => run.cancel();
  }, [line, seconds]);
  return <b ref={setLine} />;
}

/**
 * The position of the chart, the next one, how many targets of all are above it, and whether the
 * charts wait for a person.
 */
export function TurnNote({
  sheets,
  turn,
  seconds,
  targetCount,
}: TurnProps & { readonly seconds: number; readonly targetCount: number }) {
  const t = useLabels(wallLabels);
  const { current, isStopped } = turn;
  const visibleCount = sheets[current]?.targets.length ?? 0;
  const name = (sheet: WallSheet | undefined) =>
    sheet?.kind === 'measure' ? sheet.name : t(sheet?.kind ?? 'stages');
  const line = isStopped ? <b /> : <TurnProgress seconds={seconds} />;
  return (
    <footer className={wallStyles.turn}>
      <span aria-hidden="true">
        {sheets.map(({ key }, at) => (
          <i key={key}>{at === current ? line : null}</i>
        ))}
      </span>
      <p>
        {t('turn', {
          n: current + 1,
          of: sheets.length,
          name: name(sheets[current]),
          next: name(sheets[(current + 1) % sheets.length]),
        })}
      </p>
      {visibleCount === targetCount ? null : (
        <p>{t('targets_of', { n: visibleCount, of: targetCount })}</p>
      )}
      {isStopped ? <p className={wallStyles.stop}>{t('stopped')}</p> : null}
    </footer>
  );
}

/** Reads out each action of a person once. The rotation and new data are not read out. */
export function TurnAnnouncement({ sheets, turn }: TurnProps) {
  const t = useLabels(wallLabels);
  const [speech, setSpeech] = useState({ actions: 0, text: '' });
  const { actions, current, lastAction } = turn;
  if (actions !== speech.actions) {
    const claim = sheets[current]?.claim ?? '';
    const text =
      lastAction === 'move'
        ? t('chart_of', { n: current + 1, of: sheets.length, claim })
        : t(lastAction === 'stop' ? 'stopped' : 'rotating');
    setSpeech({ actions, text });
  }
  return (
    <div className={textStyles.visuallyHidden} aria-live="polite">
      {speech.text}
    </div>
  );
}
