import { formatMonth, formatValue } from '#domain/values/format.ts';
import { isCurrency } from '#domain/values/money.ts';
import type { Overview, RevisedFigure } from '#domain/overview/overview.ts';
import { measureTerms } from '#domain/labels/index.ts';
import { absentRevision } from '#domain/labels/targets/absent-revision.ts';
import { detailLabels } from '#web/features/overview/labels/details/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { momentText } from '#web/ui/time/moment-text.ts';
import { useOverviewOfView } from '#web/data/overview-of-view.ts';
import { useStageWord } from '#web/data/use-stage-label.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import { DataTable } from '#web/ui/display/data-table.tsx';
import * as listsStyles from '#web/features/overview/lists.module.css';
import * as textStyles from '#web/ui/text.module.css';

const headline = ['established', 'established_investment', 'pipeline'] as const;

/**
 * Lists each figure of the day whose value has changed since the displayed moment of knowledge.
 * Renders nothing where the present knowledge is shown.
 */
export function RevisedSince() {
  const { known_at } = useViewState().view;
  const overview = useOverviewOfView().data;
  return known_at === undefined || overview?.revised_since === undefined ? null : (
    <RevisionNotes overview={overview} knownAt={known_at} />
  );
}

function RevisionNotes({
  overview,
  knownAt,
}: {
  readonly overview: Overview;
  readonly knownAt: string;
}) {
  const t = useLabels(detailLabels);
  const language = useLanguage();
  const stageWord = useStageWord();
  const title = t('revised_since', { date: momentText(knownAt, language) });
  const name = ({ figure, period, stage, unit }: RevisedFigure): string => {
    if (stage !== undefined)
      return `${stageWord(stage)} · ${isCurrency(unit) ? measureTerms.total_investment[language] : t('revised_projects')}`;
    const headlineFigure = headline.find((one) => one === figure);
    if (headlineFigure !== undefined) return t(`revised_${headlineFigure}`);
    const indicator =
      overview.targets.find((target) => target.indicator === figure)?.name[language] ?? figure;
    return period === undefined
      ? indicator
      : `${indicator} · ${formatMonth(period, language, 'long')}`;
  };
  const value = (text: string | undefined, one: RevisedFigure): string =>
    text === undefined ? absentRevision(one)[language] : formatValue(text, one.unit, language).text;
  const rows = overview.revised_since ?? [];
  return (
    <section className={`${textStyles.section} ${listsStyles.revised}`}>
      <h3>
        {title} <i>{rows.length}</i>
      </h3>
      {rows.length === 0 ? (
        <p className={textStyles.quiet}>{t('revised_none')}</p>
      ) : (
        <DataTable<RevisedFigure>
          caption={title}
          rows={rows}
          rowKey={({ figure, period, stage, unit }) => [figure, period, stage, unit].join(' ')}
          columns={[
            { id: 'figure', label: t('revised_figure'), head: true, cell: name },
            {
              id: 'before',
              label: t('revised_then'),
              right: true,
              cell: (row) => value(row.before, row),
            },
            {
              id: 'now',
              label: t('revised_now'),
              right: true,
              cell: (row) => value(row.now, row),
            },
          ]}
        />
      )}
    </section>
  );
}
