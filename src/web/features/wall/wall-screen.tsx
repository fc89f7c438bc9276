import { useEffect, useState } from 'react';
import type { Overview } from '#domain/overview/overview.ts';
import { useStatement } from '#web/features/overview/parts/statement.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import type { ViewState } from '#web/url/view-state.ts';
import { wallLabels } from './labels/index.ts';
import { targetsBeside, wallSheets, type WallSheet } from './sheets.ts';
import { turnAfterS, useTurn } from './use-turn.ts';
import { WallChart, WallHatches } from './wall-chart.tsx';
import { WallExample, WallHeader } from './wall-header.tsx';
import { WallLead } from './wall-lead.tsx';
import { WallTargets } from './wall-targets.tsx';
import * as wallStyles from './wall.module.css';

interface WallScreenProps {
  readonly overview: Overview;
  /** Whether the reader may see the headline. */
  readonly headline: boolean;
  readonly view: Pick<ViewState, 'theme' | 'turn'>;
  /** When the data were read, in ms. */
  readonly readAt: number;
  /** The time since which there has been no answer, in ms. */
  readonly failedAt: number | undefined;
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

function TurnNote({
  sheets,
  current,
  seconds,
}: {
  readonly sheets: readonly WallSheet[];
  readonly current: number;
  readonly seconds: number;
}) {
  const t = useLabels(wallLabels);
  const name = (sheet: WallSheet | undefined) =>
    sheet?.kind === 'measure' ? sheet.name : t('stages');
  return (
    <footer className={wallStyles.turn}>
      <span aria-hidden="true">
        {sheets.map(({ key }, at) => (
          <i key={key}>{at === current ? <TurnProgress seconds={seconds} /> : null}</i>
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
    </footer>
  );
}

/**
 * The overview for a screen of 1920 × 1080 that is read from four metres: a fixed part, and one
 * chart at a time with its claim. It has no controls.
 */
export function WallScreen({ overview, headline, view, readAt, failedAt }: WallScreenProps) {
  const language = useLanguage();
  const seconds = view.turn === undefined ? turnAfterS : Number(view.turn);
  const sheets = wallSheets(overview, language);
  const current = useTurn(sheets.length, seconds);
  const sheet = sheets[current];
  const statement = useStatement(overview);
  return (
    <div className={wallStyles.wall} data-theme={view.theme ?? 'dark'}>
      <WallHatches />
      <WallHeader overview={overview} readAt={readAt} failedAt={failedAt} />
      <WallExample overview={overview} />
      <main id="main">
        <WallLead statement={headline ? statement : undefined} overview={overview} />
        {overview.targets.length === 0 ? null : (
          <WallTargets targets={targetsBeside(overview, sheet)} overview={overview} />
        )}
        {sheet === undefined ? null : <WallChart sheet={sheet} overview={overview} />}
      </main>
      {sheets.length < 2 ? null : <TurnNote sheets={sheets} current={current} seconds={seconds} />}
    </div>
  );
}
