import { useMemo } from 'react';
import { chartOf } from '#charts/registry.ts';
import type { Bridge } from '#domain/bridge.ts';
import { formatCount, formatDate } from '#domain/format.ts';
import type { RegisterChanges } from '#domain/moves.ts';
import type { Overview } from '#domain/overview.ts';
import { useChanges } from '#web/data/queries.ts';
import { changesText } from '#web/i18n/changes/text.ts';
import { useLanguage, useText } from '#web/i18n/text.ts';
import { FigureCard } from '#web/shell/figure-card.tsx';
import { FigureExport } from '#web/shell/figure-export.tsx';
import { useOverviewOfView } from '#web/shell/overview-state.ts';
import { QueryView } from '#web/shell/query-view.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import { DaysForm } from './days-form.tsx';
import { IndicatorTable } from './indicator-table.tsx';
import { MoveTable } from './move-table.tsx';
import { RateChoice } from './rate-choice.tsx';
import './changes.css';

const countOf = (bridge: Bridge, group: 'established' | 'pipeline', kind: 'opening' | 'closing'): number =>
  bridge.groups.find((one) => one.group === group)?.steps.find((step) => step.kind === kind)?.count ?? 0;

/** The difference in one sentence, before any figure. */
function Said({ changes }: { readonly changes: RegisterChanges }) {
  const t = useText(changesText);
  const language = useLanguage();
  const { bridge, counts } = changes;
  const count = (n: number): string => formatCount(n, language);
  const [before, established] = [countOf(bridge, 'established', 'opening'), countOf(bridge, 'established', 'closing')];
  const [pipelineBefore, pipeline] = [countOf(bridge, 'pipeline', 'opening'), countOf(bridge, 'pipeline', 'closing')];
  const same = before === established && pipelineBefore === pipeline;
  const day = (date: string): string => formatDate(date, language);
  return (
    <header className="changes-said">
      <h2>{t('between', { from: day(bridge.from), to: day(bridge.to) })}</h2>
      <p>
        {same
          ? t('unchanged', { established: count(established), pipeline: count(pipeline) })
          : t('became', {
              before: count(before),
              established: count(established),
              pipeline_before: count(pipelineBefore),
              pipeline: count(pipeline),
            })}{' '}
        {t('summary', {
          advanced: count(counts.advanced),
          moved_back: count(counts.moved_back),
          added: count(counts.new),
          left: count(counts.status),
        })}
      </p>
    </header>
  );
}

function Figures({ overview, changes }: { readonly overview: Overview; readonly changes: RegisterChanges }) {
  const language = useLanguage();
  const { view, change } = useViewState();
  const drawn = useMemo(
    (): Overview => ({
      ...overview,
      bridge: changes.bridge,
      strip: { ...overview.strip, data_status: changes.data_status },
    }),
    [overview, changes],
  );
  const { changes: _shown, ...others } = view.tab;
  const { from, to } = changes.bridge;
  const shown = { as_of: to, compare: from, known_from: view.known_from, rates: view.rates };
  const words = chartOf('changes').words(drawn, { language, options: {} });
  return (
    <FigureCard
      id="changes"
      overview={drawn}
      table={view.tab['changes'] === 'table'}
      onTable={(on) => change({ tab: on ? { ...others, changes: 'table' } : others })}
      tools={<FigureExport id="changes" title={words.title} options={{}} more={shown} example={words.data_status === 'illustrative'} />}
    />
  );
}

/** What changed between any two days, each as it is known now or as it was known then. */
export function ChangesPage() {
  const { view } = useViewState();
  const overview = useOverviewOfView();
  const from = /^\d{4}/.test(view.cmp) ? view.cmp : overview.data?.compare;
  const changes = useChanges(
    { from, to: view.as_of, known_from: view.known_from, known_at: view.known_at, rates: view.rates },
    overview.data !== undefined,
  );
  return (
    <div className="changes">
      <QueryView query={changes} lines={10}>
        {(data) => (
          <>
            <DaysForm
              key={`${data.bridge.from} ${data.bridge.to} ${view.known_from ?? ''} ${view.known_at ?? ''}`}
              from={data.bridge.from}
              to={data.bridge.to}
            />
            <Said changes={data} />
            {overview.data === undefined ? null : <RateChoice bridge={data.bridge} currency={overview.data.zone.base_currency} />}
            {overview.data === undefined ? null : <Figures overview={overview.data} changes={data} />}
            <MoveTable changes={data} />
            <IndicatorTable changes={data} />
          </>
        )}
      </QueryView>
    </div>
  );
}
