import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import { rangeOf } from '#charts/progress/series.ts';
import { chartOf, type ChartId } from '#charts/registry.ts';
import { targetYear } from '#charts/targets/series.ts';
import type { ChartOptions } from '#charts/definition.ts';
import type { Overview } from '#domain/overview.ts';
import { projectName } from '#domain/terms/index.ts';
import { detailText } from '#web/i18n/detail/text.ts';
import { useLanguage, useText } from '#web/i18n/text.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import { LongName } from '#web/ui/long-name.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import { Definitions } from '#web/overview/definitions.tsx';
import { NeedsAction } from '#web/overview/needs-action.tsx';
import { SinceThen } from '#web/overview/since-then.tsx';
import { EstablishedTable } from './established-table.tsx';
import { FigureCard } from '#web/shell/figure-card.tsx';
import { FigureExport } from '#web/shell/figure-export.tsx';
import { RevisedSince } from './revised-since.tsx';

/** The two figures: the measure chosen in the ledger, and every project as a mark. */
function Figures({ overview, measure }: { readonly overview: Overview; readonly measure: string }) {
  const t = useText(detailText);
  const language = useLanguage();
  const navigate = useNavigate();
  const { view, change, hrefTo } = useViewState();
  const row = overview.targets.find((other) => other.indicator === measure);
  const options: ChartOptions = { measure, ...(view.range === undefined ? {} : { range: view.range }) };
  const range = rangeOf(row, options);
  const table = (id: ChartId) => ({
    table: view.tab[id] === 'table',
    onTable: (on: boolean) => {
      const { [id]: _shown, ...others } = view.tab;
      change({ tab: on ? { ...others, [id]: 'table' } : others });
    },
  });
  const tools = (id: ChartId, given: ChartOptions) => {
    const words = chartOf(id).words(overview, { language, options: given });
    return <FigureExport id={id} title={words.title} options={given} example={words.data_status === 'illustrative'} />;
  };
  const choice = (
    <Segmented
      label={t('range')}
      value={range}
      onChange={(value) => change({ range: value })}
      segments={[
        { value: 'to_date', label: t('to_date') },
        { value: 'to_target', label: t('to_target', { year: row?.deadline.slice(0, 4) ?? targetYear(overview) }) },
      ]}
    />
  );
  return (
    <div className="figs">
      <FigureCard
        id="progress"
        overview={overview}
        options={options}
        {...table('progress')}
        tools={tools('progress', options)}
        beside={choice}
      />
      <FigureCard
        id="pipeline"
        overview={overview}
        {...table('pipeline')}
        tools={tools('pipeline', {})}
        onOpen={(code) => void navigate(hrefTo('/projects', { sel: code }))}
      />
    </div>
  );
}

/**
 * Everything under the ledger. Its code comes after the page can be used: until then the reader has the server's
 * pictures and words, which hydrate when it arrives.
 */
export function Below({ overview, measure }: { readonly overview: Overview; readonly measure: string }) {
  const t = useText(detailText);
  const language = useLanguage();
  const { view, hrefTo } = useViewState();
  const link = (code: string, words: string): ReactNode => (
    <Link className="plain" to={hrefTo('/projects', { sel: code })}>
      <LongName name={words} />
    </Link>
  );
  const named = (code: string, name: string): ReactNode => link(code, projectName({ code, name }, language));
  return (
    <>
      {overview.revised_since === undefined || view.known_at === undefined ? null : (
        <RevisedSince overview={overview} knownAt={view.known_at} />
      )}
      <Figures overview={overview} measure={measure} />
      <div className="lower">
        <NeedsAction overview={overview} link={(code, bare) => (bare ? link(code, code) : named(code, code))} />
        <SinceThen
          overview={overview}
          link={named}
          more={
            <Link className="lnk" to={hrefTo('/changes')}>
              {t('see_changes')}
            </Link>
          }
        />
      </div>
      <EstablishedTable overview={overview} link={named} />
      <Definitions overview={overview} />
    </>
  );
}
