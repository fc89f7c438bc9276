import type { ReactNode } from 'react';
import { formatDate } from '#domain/values/format.ts';
import {
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
  const date = (text: string | undefined) =>
    text === undefined ? '—' : formatDate(text, language, 'short');
  const countOverdue = (milestone: Milestone): number | undefined =>
    day === undefined ? undefined : overdueDays(milestone, day, project.stage);
  const slippage = (milestone: Milestone): string => {
    const days = slippageDays(milestone);
    if (days === undefined) return t('original_not_known');
    if (days === 0) return t(countOverdue(milestone) === undefined ? 'on_time' : 'plan_unchanged');
    return days > 0 ? t('late', { days }) : t('early', { days: -days });
  };
  const describeDelay = (milestone: Milestone): ReactNode => {
    const days = countOverdue(milestone);
    if (days === undefined) return null;
    return (
      <div>
        <dt>{t('overdue_since')}</dt>
        <dd>
          <b className={project.origin === 'own' ? projectsStyles.overdue : undefined}>
            <ExplainableFigure
              measure="project_overdue"
              of={`code=${encodeURIComponent(project.code)}`}
            >
              {t('overdue', { date: date(promisedDay(milestone)), days })}
            </ExplainableFigure>
          </b>
        </dd>
      </div>
    );
  };
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
                    {date(kind === 'baseline' ? originalDay(milestone) : milestone[kind])}
                    {kind === 'baseline' ? <FirstPlanNote milestone={milestone} /> : null}
                  </dd>
                </div>
              ))}
              <div>
                <dt>{t('slippage')}</dt>
                <dd>
                  <ExplainableFigure
                    measure="project_delay"
                    of={`code=${encodeURIComponent(project.code)}&milestone=${milestone.type}`}
                  >
                    {slippage(milestone)}
                  </ExplainableFigure>
                </dd>
              </div>
              {describeDelay(milestone)}
            </dl>
            {below?.(milestone)}
          </li>
        ))}
      </ul>
    </section>
  );
}
