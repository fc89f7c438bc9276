import { type ReactNode, useEffect, useState } from 'react';
import { formatDate, formatMonth } from '#domain/values/format.ts';
import { charts } from '#charts/registry.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { wallLabels } from '#web/features/wall/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Facts, Headline } from '#web/features/overview/parts/headline.tsx';
import { useStatement } from '#web/features/overview/parts/statement.ts';
import { Ledger } from '#web/features/overview/targets-table/targets-table.tsx';
import { PhaseStrip } from '#web/features/overview/parts/phase-timeline.tsx';
import { Brand } from '#web/ui/display/brand.tsx';
import { FigureCard } from '#web/figures/figure-card.tsx';
import { clockTime } from '#web/ui/time/clock-time.ts';
import type { ViewState } from '#web/url/view-state.ts';
import * as overviewStyles from '#web/features/overview/overview.module.css';
import * as statusLineStyles from '#web/ui/feedback/status-line.module.css';
import * as textStyles from '#web/ui/text.module.css';
import * as topBarStyles from '#web/ui/top-bar.module.css';
import * as wallStyles from './wall.module.css';

/**
 * Which of so many sheets is shown: the first until `seconds` have gone by, and so on; without
 * `seconds` always the first.
 */
function useTurn(sheets: number, seconds: number | undefined): number {
  const [turned, setTurned] = useState(0);
  useEffect(() => {
    if (seconds === undefined || sheets < 2) return undefined;
    const timer = setInterval(() => setTurned((before) => before + 1), seconds * 1000);
    return () => clearInterval(timer);
  }, [sheets, seconds]);
  return sheets === 0 ? 0 : turned % sheets;
}

/** How long no answer may come before the screen says so. */
const lostAfterMs = 2 * 60_000;
const fewRows = 2;
const manyRows = 12;

interface WallScreenProps {
  readonly overview: Overview;
  /** Whether the reader may see the headline. */
  readonly headline: boolean;
  /** What needs action and what changed, at most so many rows of each. */
  readonly lists: (most: number) => readonly ReactNode[];
  readonly view: Pick<ViewState, 'theme' | 'turn'>;
  /** When the data were read, in ms. */
  readonly readAt: number;
  /** Since when no answer came, in ms. */
  readonly failedAt: number | undefined;
}

/** What the times say is known in the browser only: the server's clock has another zone. */
function useNow(everyMs: number): number | undefined {
  const [now, setNow] = useState<number>();
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}

function Status({
  overview,
  readAt,
  failedAt,
}: Pick<WallScreenProps, 'overview' | 'readAt' | 'failedAt'>) {
  const t = useLabels(wallLabels);
  const language = useLanguage();
  const now = useNow(30_000);
  const lost = now !== undefined && failedAt !== undefined && now - failedAt >= lostAfterMs;
  const fictional = overview.origin === 'example_zone';
  return (
    <aside aria-label={t('status')}>
      {lost ? (
        <p className={`${statusLineStyles.statusLine} ${wallStyles.lost}`} role="status">
          {t('lost', { since: clockTime(failedAt, language), time: clockTime(readAt, language) })}
        </p>
      ) : null}
      {overview.illustrative ? (
        <div className={`${statusLineStyles.statusLine} ${statusLineStyles.example}`}>
          <i className={statusLineStyles.swatch} />
          <p>
            <b>{t(fictional ? 'example_zone_title' : 'example_title')}</b>
            {language === 'en' ? ': ' : '：'}
            {t(fictional ? 'example_zone_text' : 'example_text')}
          </p>
        </div>
      ) : null}
    </aside>
  );
}

function Dates({ overview, readAt }: Pick<WallScreenProps, 'overview' | 'readAt'>) {
  const t = useLabels(wallLabels);
  const language = useLanguage();
  const there = useNow(60_000) !== undefined;
  const month = overview.latest_month;
  return (
    <p className={`${wallStyles.dates} ${textStyles.number}`}>
      <span>{t('data_to', { date: formatDate(overview.as_of, language) })}</span>
      {month === undefined ? null : (
        <span>
          {t(month.data_status === 'illustrative' ? 'example_months' : 'reported_months', {
            month: formatMonth(month.period, language, 'long'),
          })}
        </span>
      )}
      {there ? <span>{t('read_at', { time: clockTime(readAt, language) })}</span> : null}
    </p>
  );
}

/** The state of the zone. */
const Standing = ({
  overview,
  headline,
  lists,
}: Pick<WallScreenProps, 'overview' | 'headline' | 'lists'>) => (
  <>
    <section className={overviewStyles.lead}>
      {headline ? <Headline overview={overview} /> : <span />}
      <PhaseStrip overview={overview} />
    </section>
    {headline ? <Facts overview={overview} /> : null}
    {overview.targets.length === 0 ? null : <Ledger overview={overview} low />}
    <div className={overviewStyles.lists}>{lists(fewRows)}</div>
  </>
);

/** The measure and the projects as they are drawn. */
const Figures = ({ overview }: Pick<WallScreenProps, 'overview'>) => (
  <div className={overviewStyles.figures}>
    {overview.main_measure === '' ? null : (
      <FigureCard
        chart={charts.progress}
        overview={overview}
        options={{ measure: overview.main_measure, marks: 'off' }}
        table={false}
      />
    )}
    {overview.strip.groups.length === 0 ? null : (
      <FigureCard chart={charts.pipeline} overview={overview} table={false} />
    )}
  </div>
);

/**
 * The overview for a screen on a wall, read from four metres: no controls, the same components
 * larger, the day and the time of
 * reading always there. It turns to further sheets only where its address says after how many
 * seconds.
 */
export function WallScreen({ overview, headline, lists, view, readAt, failedAt }: WallScreenProps) {
  const language = useLanguage();
  const seconds = view.turn === undefined ? undefined : Number(view.turn);
  const sheets = [
    <Standing key="standing" overview={overview} headline={headline} lists={lists} />,
    ...(overview.main_measure === '' && overview.strip.groups.length === 0
      ? []
      : [<Figures key="figures" overview={overview} />]),
    ...(lists(manyRows).length === 0
      ? []
      : [
          <div key="lists" className={overviewStyles.lists}>
            {lists(manyRows)}
          </div>,
        ]),
  ];
  const statement = useStatement(overview);
  const sheet = useTurn(sheets.length, seconds);
  return (
    <div className={wallStyles.wall} data-theme={view.theme ?? 'dark'}>
      <header className={topBarStyles.topBar}>
        <h1 className={textStyles.visuallyHidden}>{overview.zone.name[language]}</h1>
        <Brand
          name={overview.zone.short_name[language]}
          fullName={overview.zone.name[language]}
          product="Headway"
        />
        <Dates overview={overview} readAt={readAt} />
      </header>
      <Status overview={overview} readAt={readAt} failedAt={failedAt} />
      <main id="main">
        {sheet === 0 ? null : <h2 className={textStyles.visuallyHidden}>{statement}</h2>}
        {sheets[sheet]}
      </main>
      {seconds === undefined || sheets.length < 2 ? null : (
        <footer className={`${wallStyles.turn} ${textStyles.number}`}>
          <span>
            {sheet + 1} / {sheets.length}
          </span>
          <Progress key={sheet} seconds={seconds} />
        </footer>
      )}
    </div>
  );
}

/** How much of the time of a sheet has gone by. */
function Progress({ seconds }: { readonly seconds: number }) {
  const [line, setLine] = useState<HTMLElement | null>(null);
  useEffect(() => {
    const run = line?.animate(
      [{ transform: 'scaleX(0)' }, { transform: 'scaleX(1)' }],
      seconds * 1000,
    );
    return () => run?.cancel();
  }, [line, seconds]);
  return (
    <i>
      <b ref={setLine} />
    </i>
  );
}
