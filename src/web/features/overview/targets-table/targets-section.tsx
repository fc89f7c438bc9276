import { Link } from '#web/ui/controls/link.tsx';
import type { Overview } from '#domain/overview/overview.ts';
import { NewerData } from '#web/features/filters/newer-data.tsx';
import { detailLabels } from '#web/features/overview/labels/details/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { useMayEdit } from '#web/data/overview-of-view.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import { Ledger } from './targets-table.tsx';
import { Causes, LedgerNotes } from './targets-notes.tsx';

/**
 * The targets table with its notes, where there are targets. Its code loads after the frame's;
 * until then the server's rows are shown.
 */
export function Targets({
  overview,
  measure,
}: {
  readonly overview: Overview;
  readonly measure: string;
}) {
  const t = useLabels(detailLabels);
  const mayEdit = useMayEdit();
  const { change, hrefTo } = useViewState();
  const hint = <NewerData overview={overview} path="/overview" />;
  if (overview.targets.length === 0) return hint;
  const record = <Link to={hrefTo('/forecasts')}>{t('record')}</Link>;
  return (
    <>
      <Ledger
        overview={overview}
        measure={measure}
        record={record}
        onMeasure={(m) => change({ m })}
        {...(mayEdit
          ? {
              supply: ({ kind }) => (
                <Link to={hrefTo('/month')}>
                  {t(kind === 'qualitative' ? 'checklist_add' : 'month_enter')}
                </Link>
              ),
            }
          : {})}
      />
      {hint}
      <LedgerNotes overview={overview} onPlan={(plan) => change({ plan })} record={record} />
      <Causes overview={overview} />
    </>
  );
}
