import { type ReactNode, useDeferredValue } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import { rangeOf } from '#charts/progress/series.ts';
import { chartOf, type ChartId } from '#charts/registry.ts';
import { targetYear } from '#charts/targets/series.ts';
import type { ChartOptions } from '#charts/definition.ts';
import { formatDate } from '#domain/format.ts';
import type { Overview } from '#domain/overview.ts';
import { useChooseSample } from '#web/data/mutations.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { useSession } from '#web/data/queries.ts';
import { overviewText } from '#web/i18n/overview/text.ts';
import { useLanguage, useText } from '#web/i18n/text.ts';
import { useMayEdit, useOverviewOfView } from '#web/shell/overview-state.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import { Button } from '#web/ui/button.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorPanel } from '#web/ui/error-panel.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { Definitions } from './definitions.tsx';
import { EstablishedTable } from './established-table.tsx';
import { FigureCard } from './figure-card.tsx';
import { FigureExport } from './figure-export.tsx';
import { Facts, Headline } from './headline.tsx';
import { Ledger } from './ledger.tsx';
import { Causes, LedgerNotes } from './ledger-notes.tsx';
import { NeedsAction } from './needs-action.tsx';
import { PhaseStrip } from './phase-strip.tsx';
import { SinceThen } from './since-then.tsx';

/** Nothing was imported, entered or chosen yet. */
function NoData() {
  const t = useText(overviewText);
  const { hrefTo } = useViewState();
  const choose = useChooseSample();
  const mayEdit = useMayEdit();
  return (
    <EmptyState title={t('no_data')}>
      {mayEdit ? (
        <>
          <Link className="btn pri" to={hrefTo('/import')}>
            {t('import_file')}
          </Link>
          <Link className="btn" to={hrefTo('/month')}>
            {t('enter_month')}
          </Link>
          <Button disabled={choose.isPending} onClick={() => choose.mutate('sample')}>
            {t('show_sample')}
          </Button>
        </>
      ) : null}
    </EmptyState>
  );
}

/** The two figures: the measure chosen in the ledger, and every project as a mark. */
function Figures({ overview, measure }: { readonly overview: Overview; readonly measure: string }) {
  const t = useText(overviewText);
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

function Content({ overview }: { readonly overview: Overview }) {
  const t = useText(overviewText);
  const language = useLanguage();
  const mayEdit = useMayEdit();
  const { view, change, hrefTo } = useViewState();
  const measures = overview.targets.filter((row) => row.kind !== 'qualitative');
  const measure = measures.find((row) => row.indicator === view.m)?.indicator ?? overview.main_measure;
  const link = (code: string, name = code): ReactNode => (
    <Link className="plain" to={hrefTo('/projects', { sel: code })}>
      {name === code ? t('project', { code }) : name}
    </Link>
  );
  return (
    <>
      <p className="printhead">
        {overview.zone.name[language]} · {t('printed', { date: formatDate(overview.as_of, language) })}
      </p>
      <section className="lede">
        <Headline overview={overview} />
        <PhaseStrip overview={overview} />
      </section>
      <Facts overview={overview} />
      <Ledger
        overview={overview}
        measure={measure}
        onMeasure={(m) => change({ m })}
        checklist={mayEdit ? <Link to={hrefTo('/month')}>{t('checklist_add')}</Link> : null}
      />
      <LedgerNotes overview={overview} onPlan={(plan) => change({ plan })} />
      <Causes overview={overview} />
      <Figures overview={overview} measure={measure} />
      <div className="lower">
        <NeedsAction overview={overview} link={link} />
        <SinceThen overview={overview} link={link} />
      </div>
      <EstablishedTable overview={overview} link={link} />
      <Definitions overview={overview} />
    </>
  );
}

/** Where the zone stands on a day, on one screen. */
export function OverviewPage() {
  const query = useOverviewOfView();
  const session = useSession().data;
  const data = useDeferredValue(query.data) ?? query.data;
  if (data !== undefined)
    return (
      <div className={query.isFetching && query.isPlaceholderData ? 'overview busy' : 'overview'}>
        <Content overview={data} />
      </div>
    );
  if (session !== undefined && session.origin === null) return <NoData />;
  if (query.isError)
    return toProblem(query.error).code === 'not_found' ? (
      <NoData />
    ) : (
      <ErrorPanel failure={toProblem(query.error)} onRetry={() => void query.refetch()} />
    );
  return <Skeleton lines={8} />;
}
