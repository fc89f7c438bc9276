import { memo, useMemo } from 'react';
import { Link } from '#web/ui/controls/link.tsx';
import { useSame } from '#charts/figure/use-same.ts';
import type { TargetsData } from '#charts/targets/data/series.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { compact } from '#domain/values/compact.ts';
import { NewerData } from '#web/features/filters/newer-data.tsx';
import { detailLabels } from '#web/features/overview/labels/details/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { useMayEdit } from '#web/data/overview-of-view.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import { TargetsTable } from './targets-table.tsx';
import { Causes, TargetsNotes } from './targets-notes.tsx';

/**
 * The targets table with its notes, where there are targets. Its code loads after the frame's;
 * until then the server's rows are shown.
 */
export const Targets = memo(function Targets({
  overview,
  measure,
}: {
  readonly overview: Overview;
  readonly measure: string;
}) {
  const t = useLabels(detailLabels);
  const mayEdit = useMayEdit();
  const { change, hrefTo } = useViewState();
  const { targets, thresholds, beside, compare, indicator_changes } = overview;
  const data = useSame<TargetsData>({
    targets,
    thresholds,
    ...compact({ beside, compare, indicator_changes }),
  });
  const recordHref = hrefTo('/forecasts');
  const monthHref = hrefTo('/month');
  const record = useMemo(() => <Link to={recordHref}>{t('record')}</Link>, [recordHref, t]);
  // a filter of projects changes the page and no target
  const table = useMemo(
    () => (
      <TargetsTable
        overview={data}
        measure={measure}
        record={record}
        onMeasure={(m) => change({ m })}
        {...compact({
          supply: mayEdit
            ? ({ kind }: TargetRow) => (
                <Link to={monthHref}>
                  {t(kind === 'qualitative' ? 'checklist_add' : 'month_enter')}
                </Link>
              )
            : undefined,
        })}
      />
    ),
    [data, measure, record, change, mayEdit, monthHref, t],
  );
  const hint = <NewerData overview={overview} path="/overview" />;
  if (targets.length === 0) return hint;
  return (
    <>
      {table}
      {hint}
      <TargetsNotes overview={overview} onPlan={(plan) => change({ plan })} record={record} />
      <Causes overview={overview} />
    </>
  );
});
