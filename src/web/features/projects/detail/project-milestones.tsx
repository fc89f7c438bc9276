import type { ReactNode } from 'react';
import type { Language } from '#domain/values/language.ts';
import { formatDate } from '#domain/values/format.ts';
import {
  isPassed,
  originalDay,
  overdueDays,
  promisedDay,
  slippageDays,
} from '#domain/projects/milestones.ts';
import type { Milestone } from '#domain/projects/project.ts';
import { milestoneDateTerms, milestoneTerms } from '#domain/labels/index.ts';
import { projectListLabels } from '#web/features/projects/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { useOverviewOfView } from '#web/data/overview-of-view.ts';
import { ExplainableFigure } from '#web/ui/display/explained.tsx';
import type { Part } from './project-sections.tsx';
import * as textStyles from '#web/ui/text.module.css';
import * as projectsStyles from '#web/features/projects/projects.module.css';

const writeDay = (day: string | undefined, language: Language): string =>
  day === undefined ? '—' : formatDate(day, language, 'short');

/** Says that the first plan date replaces a baseline, and since when it is known. */
function FirstPlanNote({ milestone: { first_plan } }: { readonly milestone: Milestone }) {
  const t = useLabels(projectListLabels);
  const language = useLanguage();
  if (first_plan === undefined) return null;
  const { known: knownDay } = first_plan;
  return (
    <small>
      {knownDay === undefined
        ? t('first_plan')
        : t('first_plan_known', { date: formatDate(knownDay, language, 'short') })}
    </small>
  );
}

/** The days between the original day of a milestone and its actual or planned one, in words. */
function Slippage({
  project: { code, stage },
  milestone,
  isOverdue,
}: Part & {
  readonly milestone: Milestone;
  readonly isOverdue: boolean;
}) {
  const t = useLabels(projectListLabels);
  const days = slippageDays(milestone, stage);
  const write = (): string => {
    if (days === undefined)
      return t(isPassed(milestone, stage) ? 'day_not_known' : 'original_not_known');
    if (days === 0) return t(isOverdue ? 'plan_unchanged' : 'on_time');
    return days > 0 ? t('late', { days }) : t('early', { days: -days });
  };
  return (
    <ExplainableFigure
      measure="project_delay"
      of={`code=${encodeURIComponent(code)}&milestone=${milestone.type}`}
    >
      {write()}
    </ExplainableFigure>
  );
}

/** The number of days for which a milestone is overdue, and since when. */
function Delay({
  project,
  milestone,
  days,
}: Part & { readonly milestone: Milestone; readonly days: number | undefined }) {
  const t = useLabels(projectListLabels);
  const language = useLanguage();
  if (days === undefined) return null;
  return (
    <div>
      <dt>{t('overdue_since')}</dt>
      <dd>
        <b className={project.origin === 'own' ? projectsStyles.overdue : undefined}>
          <ExplainableFigure
            measure="project_overdue"
            of={`code=${encodeURIComponent(project.code)}&milestone=${milestone.type}`}
          >
            {t('overdue', { date: writeDay(promisedDay(milestone), language), days })}
          </ExplainableFigure>
        </b>
      </dd>
    </div>
  );
}

/**
 * The original, planned and actual date of each milestone, its slippage, and since when it is
 * overdue.
 */
export function ProjectMilestones({
  project,
  asOf,
  below,
}: Part & {
  readonly asOf: string | undefined;
  readonly below?: (milestone: Milestone) => ReactNode;
}) {
  const t = useLabels(projectListLabels);
  const language = useLanguage();
  const overview = useOverviewOfView().data;
  const day = asOf ?? overview?.as_of;
  const countOverdue = (milestone: Milestone): number | undefined =>
    day === undefined ? undefined : overdueDays(milestone, day, project.stage);
  if (project.milestones.length === 0)
    return (
      <section>
        <h3>{t('milestones')}</h3>
        <p>{t('no_milestones')}</p>
      </section>
    );
  return (
    <section>
      <h3>{t('milestones')}</h3>
      <ul className={projectsStyles.milestones}>
        {project.milestones.map((milestone) => (
          <li key={milestone.type}>
            <b>{milestoneTerms[milestone.type][language]}</b>
            <dl>
              {(['baseline', 'plan', 'actual'] as const).map((kind) => (
                <div key={kind}>
                  <dt>{milestoneDateTerms[kind][language]}</dt>
                  <dd className={textStyles.number}>
                    {writeDay(
                      kind === 'baseline' ? originalDay(milestone) : milestone[kind],
                      language,
                    )}
                    {kind === 'baseline' ? <FirstPlanNote milestone={milestone} /> : null}
                  </dd>
                </div>
              ))}
              <div>
                <dt>{t('slippage')}</dt>
                <dd>
                  <Slippage
                    project={project}
                    milestone={milestone}
                    isOverdue={countOverdue(milestone) !== undefined}
                  />
                </dd>
              </div>
              <Delay project={project} milestone={milestone} days={countOverdue(milestone)} />
            </dl>
            {below?.(milestone)}
          </li>
        ))}
      </ul>
    </section>
  );
}
