import type { ReactNode } from 'react';
import type { Overview } from '#domain/overview/overview.ts';
import { useStatement } from '#web/features/overview/parts/statement.ts';
import { useLanguage } from '#web/i18n/text.ts';
import type { ViewState } from '#web/url/view-state.ts';
import { targetGroups, wallSheets } from './sheets.ts';
import { turnAfterS, useTurn } from './use-turn.ts';
import { WallChart, WallHatches } from './wall-chart.tsx';
import { WallExample, WallHeader } from './wall-header.tsx';
import { WallLead } from './wall-lead.tsx';
import { WallTargets } from './wall-targets.tsx';
import { TurnAnnouncement, TurnNote } from './wall-turn.tsx';
import * as wallStyles from './wall.module.css';

interface WallScreenProps {
  readonly overview: Overview;
  /** Whether the reader may see the headline. */
  readonly headline: boolean;
  /** The line of contracted, paid-in and completed money below the headline. */
  readonly later?: ReactNode;
  readonly view: Pick<ViewState, 'theme' | 'turn'>;
  /** When the data were read, in ms. */
  readonly readAt: number;
  /** The time since which there has been no answer, in ms. */
  readonly failedAt: number | undefined;
}

/**
 * The overview for a screen of 1920 × 1080 that is read from four metres: a fixed part, and one
 * chart at a time with its claim. It has no controls; keys and swipes turn the charts. A narrow
 * window shows the chart only.
 */
export function WallScreen({ overview, headline, later, view, readAt, failedAt }: WallScreenProps) {
  const language = useLanguage();
  const seconds = view.turn === undefined ? turnAfterS : Number(view.turn);
  const sheets = wallSheets(overview, language);
  const turn = useTurn(sheets.length, seconds);
  const sheet = sheets[turn.current];
  const statement = useStatement(overview);
  return (
    <div className={wallStyles.wall} data-theme={view.theme ?? 'dark'}>
      <WallHatches />
      <TurnAnnouncement sheets={sheets} turn={turn} />
      <WallHeader overview={overview} readAt={readAt} failedAt={failedAt} />
      <WallExample overview={overview} />
      <main id="main">
        <WallLead statement={headline ? statement : undefined} overview={overview} />
        {headline ? <div className={wallStyles.later}>{later}</div> : null}
        {overview.targets.length === 0 ? null : (
          <WallTargets
            targets={sheet?.targets ?? targetGroups(overview.targets)[0] ?? []}
            overview={overview}
          />
        )}
        {sheet === undefined || sheet.kind === 'targets' ? null : (
          <WallChart sheet={sheet} overview={overview} />
        )}
      </main>
      {sheets.length < 2 ? null : (
        <TurnNote
          sheets={sheets}
          turn={turn}
          seconds={seconds}
          targetCount={overview.targets.length}
        />
      )}
    </div>
  );
}
