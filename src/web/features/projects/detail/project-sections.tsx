import { eventDayText } from '#domain/labels/projects/event-day.ts';
import type { ReactNode } from 'react';
import { formatDate, formatNumber } from '#domain/values/format.ts';
import {
  originalDay,
  overdueDays,
  promisedDay,
  slippageDays,
} from '#domain/projects/milestones.ts';
import {
  measures,
  type Milestone,
  type ProjectDetail,
  type StageEvent,
} from '#domain/projects/project.ts';
import {
  agreementTerms,
  measureTerms,
  milestoneDateTerms,
  milestoneTerms,
  projectFieldTerms,
  siteModeTerms,
  statusTerms,
} from '#domain/labels/index.ts';
import { countsFrom } from '#domain/projects/segments.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { projectsText } from '#web/features/projects/labels/list/index.ts';
import { useLanguage, useText } from '#web/i18n/text.ts';
import { useOverviewOfView } from '#web/data/overview-of-view.ts';
import { useStageWord } from '#web/data/use-stage-label.ts';
import { IndustryDot } from '#web/ui/display/industry-dot.tsx';
import { countryName } from '#web/features/projects/facts/countries.ts';
import {
  amountText,
  industryColour,
  named,
  prefectureName,
  reasonText,
  stageText,
} from '#web/features/projects/facts/project-labels.ts';

export interface Part {
  readonly project: ProjectDetail;
}
export const Facts = ({
  rows,
}: {
  readonly rows: readonly (readonly [label: string, value: ReactNode])[];
}) => (
  <dl className="pfacts">
    {rows
      .filter(([, value]) => value !== undefined && value !== '')
      .map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
);

export function ProjectFactsList({
  project: p,
  profile,
}: Part & { readonly profile: ZoneProfile | undefined }) {
  const t = useText(projectsText);
  const stageWord = useStageWord();
  const language = useLanguage();
  const label = (field: string) => projectFieldTerms[field]?.[language] ?? field;
  const number = (n: number | undefined) =>
    n === undefined ? undefined : formatNumber(n, language);
  const stageDay = ({ stage_since, stage_by }: ProjectDetail): string => {
    if (stage_since !== undefined) return formatDate(stage_since, language, 'long');
    return stage_by === undefined
      ? t('date_unknown')
      : eventDayText({ date: stage_by, by: true }, language);
  };
  const status = [
    statusTerms[p.status][language],
    p.status_date === undefined
      ? undefined
      : eventDayText({ date: p.status_date, by: p.status_events.at(-1)?.by }, language),
    p.status_reason === undefined && p.status_reason_code === undefined
      ? undefined
      : t('reason', {
          reason: reasonText(
            { reason: p.status_reason, reason_code: p.status_reason_code },
            language,
          ),
        }),
  ];
  return (
    <section>
      <h3>{t('facts')}</h3>
      <Facts
        rows={[
          [label('stage'), stageText(p, stageWord)],
          [label('stage_since'), stageDay(p)],
          [label('status'), status.filter((word) => word !== undefined).join(' · ')],
          [
            label('industry'),
            p.industry === undefined ? undefined : (
              <>
                <IndustryDot colour={industryColour(profile, p.industry)} />
                {named(profile?.industries, p.industry, language)}
              </>
            ),
          ],
          [label('zone'), named(profile?.function_zones, p.zone, language)],
          [label('investor'), p.investor],
          [label('company'), p.company],
          [label('country'), countryName(p.country, language)],
          [label('prefecture'), prefectureName(p.prefecture, language)],
          [
            label('foreign_percent'),
            p.foreign_percent === undefined
              ? undefined
              : `${formatNumber(p.foreign_percent, language)}%`,
          ],
          [
            label('site_mode'),
            p.site_mode === undefined ? undefined : siteModeTerms[p.site_mode][language],
          ],
          [
            label('agreement_type'),
            p.agreement_type === undefined ? undefined : agreementTerms[p.agreement_type][language],
          ],
          [label('source_channel'), p.source_channel],
          [label('land_mu'), number(p.land_mu)],
          [label('floor_area_m2'), number(p.floor_area_m2)],
          [label('jobs_plan'), number(p.jobs_plan)],
          [label('jobs_actual'), number(p.jobs_actual)],
          [label('gb4754'), p.gb4754],
          [label('national_code'), p.national_code],
          [label('uscc'), p.uscc],
          [label('progress_text'), p.progress_text],
          [label('next_step'), p.next_step],
          [label('issue_text'), p.issue_text],
          [label('unit'), p.unit],
          [label('owner'), p.owner],
          [label('remark'), p.remark],
          [
            label('last_update'),
            p.last_update === undefined ? undefined : formatDate(p.last_update, language, 'long'),
          ],
        ]}
      />
    </section>
  );
}

/** Amounts in the reader's unit, and as the source wrote them; a missing one says why. */
export function ProjectAmounts({ project }: Part) {
  const t = useText(projectsText);
  const language = useLanguage();
  return (
    <section>
      <h3>{t('amounts')}</h3>
      <Facts
        rows={measures.flatMap((measure) => {
          const amount = project.amounts[measure];
          if (amount === undefined && measure !== 'total_investment') return [];
          const written = [amount?.text, amount?.unit]
            .filter((part) => part !== undefined && part !== '')
            .join(' ');
          return [
            [
              measureTerms[measure][language],
              <>
                {amountText(amount, language)}
                {written === '' ? null : <small>{t('as_written', { text: written })}</small>}
              </>,
            ] as const,
          ];
        })}
      />
    </section>
  );
}

export function ProjectStages({
  project,
  below,
}: Part & { readonly below?: (event: StageEvent) => ReactNode }) {
  const t = useText(projectsText);
  const stageWord = useStageWord();
  const language = useLanguage();
  return (
    <section>
      <h3>{t('stages')}</h3>
      {project.stage_events.length === 0 ? (
        <p>{t('no_stages')}</p>
      ) : (
        <ol className="pstages">
          {project.stage_events.map((event) => (
            <li key={`${event.stage} ${countsFrom(event)}`}>
              <span>{eventDayText(event, language)}</span>
              <b>{stageWord(event.stage)}</b>
              {event.word === undefined ? null : <small>{t('word', { word: event.word })}</small>}
              {event.reason === undefined && event.reason_code === undefined ? null : (
                <small>{t('reason', { reason: reasonText(event, language) })}</small>
              )}
              {below?.(event)}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** From when the first plan date was known, where it is in place of a baseline. */
function FirstPlanNote({ milestone: { first_plan } }: { readonly milestone: Milestone }) {
  const t = useText(projectsText);
  const language = useLanguage();
  if (first_plan === undefined) return null;
  const { known } = first_plan;
  return (
    <small>
      {known === undefined
        ? t('first_plan')
        : t('first_plan_known', { date: formatDate(known, language, 'short') })}
    </small>
  );
}

/** The original, planned and actual date of each milestone, the days between them, and since when it is overdue. */
export function ProjectMilestones({
  project,
  asOf,
  below,
}: Part & {
  readonly asOf: string | undefined;
  readonly below?: (milestone: Milestone) => ReactNode;
}) {
  const t = useText(projectsText);
  const language = useLanguage();
  const shown = useOverviewOfView();
  const day = asOf ?? shown.data?.as_of;
  const date = (text: string | undefined) =>
    text === undefined ? '—' : formatDate(text, language, 'short');
  const against = (milestone: Milestone): string => {
    const days = slippageDays(milestone);
    if (days === undefined) return t('original_not_known');
    return days === 0 ? t('on_time') : days > 0 ? t('late', { days }) : t('early', { days: -days });
  };
  const overdue = (milestone: Milestone): ReactNode => {
    const days = day === undefined ? undefined : overdueDays(milestone, day, project.stage);
    if (days === undefined) return null;
    return (
      <div>
        <dt>{t('overdue_since')}</dt>
        <dd>
          <b className={project.origin === 'own' ? 'short' : undefined}>
            {t('overdue', { date: date(promisedDay(milestone)), days })}
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
      <ul className="pmiles">
        {project.milestones.map((milestone) => (
          <li key={milestone.type}>
            <b>{milestoneTerms[milestone.type][language]}</b>
            <dl>
              {(['baseline', 'plan', 'actual'] as const).map((kind) => (
                <div key={kind}>
                  <dt>{milestoneDateTerms[kind][language]}</dt>
                  <dd className="num">
                    {date(kind === 'baseline' ? originalDay(milestone) : milestone[kind])}
                    {kind === 'baseline' ? <FirstPlanNote milestone={milestone} /> : null}
                  </dd>
                </div>
              ))}
              <div>
                <dt>{t('slippage')}</dt>
                <dd>{against(milestone)}</dd>
              </div>
              {overdue(milestone)}
            </dl>
            {below?.(milestone)}
          </li>
        ))}
      </ul>
    </section>
  );
}
