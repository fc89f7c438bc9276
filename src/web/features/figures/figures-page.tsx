import { useMemo, useRef, useState } from 'react';
import {
  findChart,
  comparesDays,
  type Figure as ListedFigure,
  listFigures,
} from '#charts/registry.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { withBridge } from '#web/features/changes/parts/overview-with-bridge.ts';
import { useChanges } from '#web/data/queries.ts';
import { frameLabels } from '#web/i18n/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { FigureCard } from '#web/figures/figure-card.tsx';
import { FigureExport } from '#web/figures/figure-export.tsx';
import { useOverviewOfView } from '#web/data/overview-of-view.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import * as figuresPageStyles from './figures-page.module.css';
import * as textStyles from '#web/ui/text.module.css';

function Figure({ id, options, overview }: ListedFigure & { readonly overview: Overview }) {
  const language = useLanguage();
  const [table, setTable] = useState(false);
  const words = findChart(id).words(overview, { language, options });
  const days = comparesDays(id)
    ? { as_of: overview.bridge?.to, compare: overview.bridge?.from }
    : {};
  return (
    <FigureCard
      chart={findChart(id)}
      overview={overview}
      options={options}
      table={table}
      onTable={setTable}
      tools={
        <FigureExport
          chart={findChart(id)}
          title={words.title}
          options={options}
          more={days}
          example={words.data_status === 'illustrative'}
        />
      }
    />
  );
}

/** Every figure of the day on one page, with all its forms. */
export function FiguresPage() {
  const t = useLabels(frameLabels);
  const { view } = useViewState();
  const query = useOverviewOfView();
  const { data: ofDay, isPlaceholderData: isOfFormerDay } = query;
  const from = isOfFormerDay ? undefined : ofDay?.compare;
  const { data, isPlaceholderData } = useChanges(
    { from, to: view.as_of, known_at: view.known_at },
    from !== undefined,
  );
  const changes = from === undefined || isPlaceholderData ? undefined : data;
  const bridgeOverview = useMemo(
    () => (ofDay === undefined || changes === undefined ? ofDay : withBridge(ofDay, changes)),
    [ofDay, changes],
  );
  // the figures of the former day stay as they are until the next ones are there
  const latest = useRef<Overview>(undefined);
  if (!isOfFormerDay) latest.current = bridgeOverview;
  return (
    <QueryView query={query} lines={10}>
      {(overview) => (
        <div className={figuresPageStyles.figures}>
          <h2 className={textStyles.visuallyHidden}>{t('figures')}</h2>
          {listFigures(latest.current ?? overview).map(({ id, options }) => (
            <Figure
              key={`${id} ${options.measure ?? ''}`}
              id={id}
              options={options}
              overview={latest.current ?? overview}
            />
          ))}
        </div>
      )}
    </QueryView>
  );
}
