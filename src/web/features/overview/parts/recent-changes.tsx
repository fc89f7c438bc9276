import { isIncomparable } from '#domain/projects/first-known-day.ts';
import type { NamedProject } from '#domain/projects/project.ts';
import { eventDayText } from '#domain/labels/projects/event-day.ts';
import { writeNotComparable } from '#domain/labels/projects/register-days.ts';
import type { ReactNode } from 'react';
import { formatCount, formatDate } from '#domain/values/format.ts';
import { isNothingKnown, isSame } from '#domain/changes/group-change.ts';
import { lightTerms } from '#domain/labels/projects/light.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { Change } from '#domain/projects/register-view.ts';
import { stageWord, statusTerms } from '#domain/labels/projects/stage.ts';
import { detailLabels } from '#web/features/overview/labels/details/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { ExplainableFigure } from '#web/ui/display/explained.tsx';
import * as listsStyles from '#web/features/overview/lists.module.css';
import * as textStyles from '#web/ui/text.module.css';

/**
 * Makes the function that writes a change: the stage or status of a project, and the counts of both
 * groups.
 */
export function useChangeWords({ zone }: Pick<Overview, 'zone'>) {
  const t = useLabels(detailLabels);
  const language = useLanguage();
  const writeStage = (stage: string) => stageWord(zone.stage_words, stage, language);
  const writeChange = (change: Change): string => {
    if (change.kind === 'status')
      return t('change', {
        from: statusTerms[change.from][language],
        to: statusTerms[change.to][language],
      });
    if (change.kind === 'new' || change.from === undefined)
      return t('change_new', { to: writeStage(change.to) });
    return t('change', { from: writeStage(change.from), to: writeStage(change.to) });
  };
  const writeGroups = ({ established, pipeline }: NonNullable<Overview['changes']>): string => {
    if (isNothingKnown({ established, pipeline })) return lightTerms.not_known[language];
    const count = (n: number | undefined) => (n === undefined ? '—' : formatCount(n, language));
    return t(isSame(established) && isSame(pipeline) ? 'groups_same' : 'groups_changed', {
      established: count(established.now),
      pipeline: count(pipeline.now),
      established_before: count(established.before),
      pipeline_before: count(pipeline.before),
    });
  };
  return { writeChange, writeGroups };
}

/**
 * The changes since the compared day, newest first. They have no colour, since a change is neither
 * good nor bad.
 */
export function SinceThen({
  overview,
  link,
  most = 5,
  total,
  more,
}: {
  readonly overview: Overview;
  readonly link: (project: NamedProject) => ReactNode;
  readonly most?: number;
  /** The number of changes, in words: for readers who may not see each of them. */
  readonly total?: string;
  /** A link to all of them. */
  readonly more?: ReactNode;
}) {
  const t = useLabels(detailLabels);
  const language = useLanguage();
  const { writeChange, writeGroups } = useChangeWords(overview);
  const { changes, as_of, compare, first_known_day: first } = overview;
  if (changes === undefined)
    return (
      <section className={textStyles.section}>
        <h3>{t('changed')}</h3>
        <p className={textStyles.quiet}>
          {first !== undefined && isIncomparable(as_of, compare, first)
            ? writeNotComparable(overview, compare, language)
            : t('no_compare')}
        </p>
      </section>
    );
  const rows = changes.items.slice(0, most);
  return (
    <section className={textStyles.section}>
      <h3>{t('since', { date: formatDate(changes.since, language) })}</h3>
      {total !== undefined ? (
        <p className={textStyles.quiet}>{total}</p>
      ) : rows.length === 0 ? (
        <p className={textStyles.quiet}>{t('no_changes')}</p>
      ) : null}
      <ul className={`${listsStyles.list} ${listsStyles.changes}`}>
        {rows.map((change) => (
          <li key={`${change.code} ${change.date} ${change.kind}`}>
            <span>{link(change)}</span>
            <span>{writeChange(change)}</span>
            <b className={textStyles.number}>{eventDayText(change, language, 'day')}</b>
          </li>
        ))}
        <li className={listsStyles.last}>
          <span>{t('both_groups')}</span>
          <span>
            <ExplainableFigure measure="changed_projects">{writeGroups(changes)}</ExplainableFigure>
          </span>
        </li>
      </ul>
      {more}
      {total === undefined && changes.total > rows.length ? (
        <p className={textStyles.quiet} data-says="changed_projects">
          {t('and_more', { count: changes.total - rows.length })}
        </p>
      ) : null}
    </section>
  );
}
