import { useMemo, useState } from 'react';
import type { ChartOptions } from '#charts/kit/definition.ts';
import { type ChartId, chartIds, chartOf } from '#charts/registry.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { withBridge } from '#web/features/changes/parts/overview-with-bridge.ts';
import { useChanges } from '#web/data/queries.ts';
import { shellText } from '#web/i18n/labels/index.ts';
import { useLanguage, useText } from '#web/i18n/text.ts';
import { FigureCard } from '#web/figures/figure-card.tsx';
import { FigureExport } from '#web/figures/figure-export.tsx';
import { useOverviewOfView } from '#web/data/overview-of-view.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import './figures-page.css';

interface Shown {
  readonly id: ChartId;
  readonly options: ChartOptions;
}

/** Each chart of the registry once; the one of a measure, once for each measure. Without a compared day there is none of changes. */
const figuresOf = (overview: Overview): readonly Shown[] =>
  chartIds.flatMap((id): readonly Shown[] => {
    if (id === 'changes' && overview.bridge === undefined) return [];
    if (id !== 'progress') return [{ id, options: {} }];
    return overview.targets
      .filter(({ kind }) => kind !== 'qualitative')
      .map(({ indicator: measure }) => ({ id, options: { measure } }));
  });

function Figure({ id, options, overview }: Shown & { readonly overview: Overview }) {
  const language = useLanguage();
  const [table, setTable] = useState(false);
  const words = chartOf(id).words(overview, { language, options });
  const days =
    id === 'changes' ? { as_of: overview.bridge?.to, compare: overview.bridge?.from } : {};
  return (
    <FigureCard
      id={id}
      overview={overview}
      options={options}
      table={table}
      onTable={setTable}
      tools={
        <FigureExport
          id={id}
          title={words.title}
          options={options}
          more={days}
          example={words.data_status === 'illustrative'}
        />
      }
    />
  );
}

/** Every figure on one page, as it stands on the day shown, with all its forms. */
export function FiguresPage() {
  const t = useText(shellText);
  const { view } = useViewState();
  const query = useOverviewOfView();
  const from = query.data?.compare;
  const changes = useChanges(
    { from, to: view.as_of, known_at: view.known_at },
    from !== undefined,
  ).data;
  const drawn = useMemo(
    () =>
      query.data === undefined || changes === undefined
        ? query.data
        : withBridge(query.data, changes),
    [query.data, changes],
  );
  return (
    <QueryView query={query} lines={10}>
      {(overview) => (
        <div className="allfigures">
          <h2 className="vh">{t('figures')}</h2>
          {figuresOf(drawn ?? overview).map(({ id, options }) => (
            <Figure
              key={`${id} ${options.measure ?? ''}`}
              id={id}
              options={options}
              overview={drawn ?? overview}
            />
          ))}
        </div>
      )}
    </QueryView>
  );
}
