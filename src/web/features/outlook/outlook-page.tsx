import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '#web/ui/controls/link.tsx';
import { endpoints } from '#contract/endpoints.ts';
import { queryKeys } from '#contract/query-keys.ts';
import type { Outlook } from '#domain/outlook/outlook.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import { call } from '#web/data/transport.ts';
import { useSession } from '#web/data/queries.ts';
import { compact } from '#domain/values/compact.ts';
import { ScenarioStrip } from '#web/features/outlook/what-if/scenario-strip.tsx';
import { useScenario } from '#web/features/outlook/what-if/use-scenario.ts';
import { OutlookFigure, RecordFigure } from '#web/features/outlook/parts/outlook-figures.tsx';
import { AnswerTable } from '#web/features/outlook/parts/answer-table.tsx';
import { StatementPart } from '#web/features/outlook/parts/statement-part.tsx';
import { TargetBlock } from './target-block.tsx';
import { outlookLabels } from '#web/features/outlook/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import * as outlookStyles from './outlook.module.css';

function useOutlook() {
  const { view } = useViewState();
  const session = useSession().data;
  const { words } = useScenario();
  const query = { as_of: view.as_of, known_at: view.known_at, plan: view.plan, ...words };
  return useQuery({
    queryKey: queryKeys.outlook(query),
    queryFn: ({ signal }) => call(endpoints.outlook, { query, signal }),
    placeholderData: keepPreviousData,
    enabled: session === undefined || session.origin !== null,
  });
}

function Targets({ outlook }: { readonly outlook: Outlook }) {
  const t = useLabels(outlookLabels);
  const { hrefTo } = useViewState();
  if (outlook.targets.length === 0)
    return (
      <EmptyState title={t('no_targets')}>
        {t('no_targets_hint')}{' '}
        <Link to={hrefTo('/settings/targets', { period: 'final' })}>{t('set_target')}</Link>
      </EmptyState>
    );
  return (
    <>
      <StatementPart outlook={outlook} />
      {outlook.targets.some(({ scenario }) => scenario !== undefined) ? null : (
        <ScenarioStrip {...compact({ scenario: outlook.scenario })} />
      )}
      <AnswerTable targets={outlook.targets} />
      {outlook.targets.map((target) => (
        <TargetBlock
          key={targetKey(target.row)}
          as_of={outlook.as_of}
          outlook={target}
          scenario={target.scenario === undefined ? undefined : outlook.scenario}
        />
      ))}
      <OutlookFigure outlook={outlook} />
      <RecordFigure targets={outlook.targets} />
    </>
  );
}

/** Says whether each target will be met, and what is missing. */
export function OutlookPage() {
  const query = useOutlook();
  return (
    <div className={outlookStyles.outlook}>
      <QueryView query={query} lines={10}>
        {(outlook) => <Targets outlook={outlook} />}
      </QueryView>
    </div>
  );
}
