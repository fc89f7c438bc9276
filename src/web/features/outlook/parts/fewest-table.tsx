import { writeTargetValue } from '#charts/outlook/sentence.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import { Link } from '#web/ui/controls/link.tsx';
import { formatCount, formatDate } from '#domain/values/format.ts';
import type { FewestProjects, TargetOutlook } from '#domain/outlook/outlook.ts';
import type { OutlookProject } from '#domain/outlook/outlook-project.ts';
import { outlookLabels } from '#web/features/outlook/labels/index.ts';
import { type Translate, useLabels, useLanguage } from '#web/i18n/text.ts';
import { useStageWord } from '#web/data/use-stage-label.ts';
import { ExplainableFigure } from '#web/ui/display/explained.tsx';
import { DataTable } from '#web/ui/display/data-table.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import type { Language } from '#domain/values/language.ts';
import type { en } from '#web/features/outlook/labels/en.ts';
import { FoldedPart } from './folded.tsx';
import { targetKey } from '#domain/zone/indicator.ts';
import { ProjectName } from '#web/ui/display/project-name.tsx';
import * as textStyles from '#web/ui/text.module.css';

function writeClaim(
  row: TargetOutlook['row'],
  fewest: FewestProjects,
  t: Translate<typeof en>,
  language: Language,
): string {
  const n = formatCount(fewest.count, language);
  const need = writeTargetValue(row, fewest.need, language);
  return fewest.closes
    ? t('fewest_closes', { n, need })
    : t('fewest_none', { n, need, total: writeTargetValue(row, fewest.total, language) });
}

/** The smallest set of projects that closes the gap, largest first. */
export function FewestTable({ row, fewest }: Required<Pick<TargetOutlook, 'row' | 'fewest'>>) {
  const t = useLabels(outlookLabels);
  const language = useLanguage();
  const stageWord = useStageWord();
  const { hrefTo } = useViewState();
  const write = (value: string): string => writeTargetValue(row, value, language);
  const day = (date: string | undefined): string =>
    date === undefined
      ? t('no_date')
      : formatDate(date, language, language === 'en' ? 'short' : 'long');
  const claim = writeClaim(row, fewest, t, language);
  const others = fewest.count - fewest.projects.length;
  return (
    <FoldedPart title={t('fewest')} answer={claim}>
      <p>
        <ExplainableFigure measure="outlook_fewest" of={`target=${targetKey(row)}`}>
          {claim}
        </ExplainableFigure>
      </p>
      <DataTable<OutlookProject>
        caption={`${row.name[language]}${kitLabels[language].colon}${t('fewest')}`}
        dense
        rows={fewest.projects}
        rowKey={({ code }) => code}
        stacks="labelled"
        columns={[
          {
            id: 'project',
            label: t('project'),
            head: true,
            cell: (project) => (
              <Link
                className={textStyles.plainLink}
                to={hrefTo('/projects', { sel: project.code })}
              >
                <ProjectName project={project} />
              </Link>
            ),
          },
          {
            id: 'adds',
            label: t('adds'),
            right: true,
            cell: ({ adds }) => (
              <ExplainableFigure measure="outlook_fewest" of={`target=${targetKey(row)}`}>
                {write(adds ?? '0')}
              </ExplainableFigure>
            ),
          },
          { id: 'stage', label: t('stage'), cell: ({ stage }) => stageWord(stage) },
          { id: 'opens', label: t('opens'), cell: ({ opens }) => day(opens) },
          { id: 'full', label: t('full_capacity'), cell: (one) => day(one.full_capacity) },
          { id: 'owner', label: t('owner'), cell: ({ owner }) => owner ?? t('no_owner') },
        ]}
      />
      <p className={textStyles.note} data-says="outlook_fewest">
        {t('largest_first')}
        {others <= 0
          ? ''
          : ` · ${t('more', { n: formatCount(others, language) })} ${write(fewest.others)}`}
        {` · ${t('all')} ${write(fewest.total)}`}{' '}
        {others <= 0 ? null : <Link to={hrefTo('/projects')}>{t('more_list')}</Link>}
      </p>
    </FoldedPart>
  );
}
