import { longFields } from '#domain/projects/fields.ts';
import { eventDayText } from '#domain/labels/projects/event-day.ts';
import { type ReactNode, Fragment } from 'react';
import { formatDate, formatNumber } from '#domain/values/format.ts';
import {
  measures,
  type ProjectDetail,
  type StageEvent,
  type NamedProject,
} from '#domain/projects/project.ts';
import {
  agreementTerms,
  measureTerms,
  projectFieldTerms,
  siteModeTerms,
  statusTerms,
  investorName,
} from '#domain/labels/index.ts';
import { countsFrom } from '#domain/projects/segments.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { projectListLabels } from '#web/features/projects/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { useStageWord } from '#web/data/use-stage-label.ts';
import { listOtherNames } from './other-names.ts';
import { ExplainableFigure } from '#web/ui/display/explained.tsx';
import { IndustryDot } from '#web/ui/display/industry-dot.tsx';
import { countryName } from '#domain/values/country-names.ts';
import {
  amountText,
  industryColour,
  findEntryName,
  prefectureName,
  reasonText,
  stageText,
} from '#web/features/projects/facts/project-labels.ts';
import { findNameLanguage } from '#domain/labels/projects/name-language.ts';
import * as projectsStyles from '#web/features/projects/projects.module.css';
import { Link } from '#web/ui/controls/link.tsx';
import { projectPath } from '#contract/core/pages.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import { ProjectName } from '#web/ui/display/project-name.tsx';

/** Links to the pages of projects, one a line. */
function ProjectLinks({ projects }: { readonly projects: readonly NamedProject[] }) {
  const { hrefTo } = useViewState();
  return projects.map((project, at) => (
    <Fragment key={project.code}>
      {at === 0 ? null : <br />}
      <Link to={hrefTo(projectPath(project.code))}>
        {project.code} <ProjectName project={project} isWhole />
      </Link>
    </Fragment>
  ));
}

export interface Part {
  readonly project: ProjectDetail;
}
/** A list of facts, each with its label. */
export const Facts = ({
  rows,
}: {
  readonly rows: readonly (readonly [label: string, value: ReactNode])[];
}) => (
  <dl className={projectsStyles.facts}>
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

/** The stage with its day, and the status with its day and reason. */
function useStageAndStatus(p: ProjectDetail) {
  const t = useLabels(projectListLabels);
  const stageWord = useStageWord();
  const language = useLanguage();
  const stageDay = (): string => {
    if (p.stage_since !== undefined) return formatDate(p.stage_since, language, 'long');
    return p.stage_by === undefined
      ? t('date_unknown')
      : eventDayText({ date: p.stage_by, by: true }, language);
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
  return {
    stage: stageText(p, stageWord),
    stage_since: stageDay(),
    status: status.filter((part) => part !== undefined).join(' · '),
  };
}

/** Fields that are shown as they are written. */
const plainFields = ['gb4754', 'national_code', 'uscc', 'unit', 'owner', ...longFields] as const;
const numberFields = ['land_mu', 'floor_area_m2', 'jobs_plan', 'jobs_actual'] as const;

/** A number of a project, with its explanation. */
function NumberFact({
  code,
  field,
  children,
}: {
  readonly code: string;
  readonly field: (typeof numberFields)[number] | 'foreign_percent';
  readonly children: string;
}) {
  const isJobs = field === 'jobs_plan' || field === 'jobs_actual';
  return (
    <ExplainableFigure
      measure={isJobs ? 'project_jobs' : 'project_fact'}
      of={`code=${encodeURIComponent(code)}&${isJobs ? 'jobs' : 'fact'}=${field}`}
    >
      {children}
    </ExplainableFigure>
  );
}

/** The facts of a project that are known. */
export function ProjectFactsList({
  project: p,
  profile,
}: Part & { readonly profile: ZoneProfile | undefined }) {
  const t = useLabels(projectListLabels);
  const language = useLanguage();
  const { stage, stage_since, status } = useStageAndStatus(p);
  const facts: Readonly<Record<string, ReactNode>> = {
    stage,
    stage_since,
    status,
    industry:
      p.industry === undefined ? undefined : (
        <>
          <IndustryDot colour={industryColour(profile, p.industry)} />
          {findEntryName(profile?.industries, p.industry, language)}
        </>
      ),
    zone: findEntryName(profile?.function_zones, p.zone, language),
    investor:
      p.investor === undefined ? undefined : (
        <span lang={findNameLanguage(p.investor, p.investor_names, language)}>
          {investorName(p, language)}
        </span>
      ),
    company: p.company,
    country: countryName(p.country, language),
    prefecture: prefectureName(p.prefecture, language),
    foreign_percent:
      p.foreign_percent === undefined ? undefined : (
        <NumberFact code={p.code} field="foreign_percent">
          {`${formatNumber(p.foreign_percent, language)}%`}
        </NumberFact>
      ),
    site_mode: p.site_mode === undefined ? undefined : siteModeTerms[p.site_mode][language],
    agreement_type:
      p.agreement_type === undefined ? undefined : agreementTerms[p.agreement_type][language],
    source_channel: p.source_channel,
    extended_project:
      p.extended === undefined ? p.extended_project : <ProjectLinks projects={[p.extended]} />,
    extensions: p.extensions === undefined ? undefined : <ProjectLinks projects={p.extensions} />,
    ...Object.fromEntries(
      numberFields.map((field) => {
        const value = p[field];
        if (value === undefined) return [field, undefined];
        return [
          field,
          <NumberFact key={field} code={p.code} field={field}>
            {formatNumber(value, language)}
          </NumberFact>,
        ];
      }),
    ),
    ...Object.fromEntries(plainFields.map((field) => [field, p[field]])),
    last_update:
      p.last_update === undefined ? undefined : formatDate(p.last_update, language, 'long'),
  };
  return (
    <section>
      <h3>{t('facts')}</h3>
      <Facts
        rows={[
          ...Object.entries(facts).map(
            ([field, value]) => [projectFieldTerms[field]?.[language] ?? field, value] as const,
          ),
          ...listOtherNames(
            p,
            { name: t('original_name'), investor: t('original_investor') },
            language,
          ),
        ]}
      />
    </section>
  );
}

/** The amounts of a project, with the text of the source. A missing amount shows its reason. */
export function ProjectAmounts({ project }: Part) {
  const t = useLabels(projectListLabels);
  const language = useLanguage();
  return (
    <section>
      <h3>{t('amounts')}</h3>
      <Facts
        rows={measures.flatMap((measure) => {
          const amount = project.amounts[measure];
          if (amount === undefined && measure !== 'total_investment') return [];
          const sourceText = [amount?.text, amount?.unit]
            .filter((part) => part !== undefined && part !== '')
            .join(' ');
          return [
            [
              measureTerms[measure][language],
              <>
                <ExplainableFigure
                  measure="project_amount"
                  of={`code=${encodeURIComponent(project.code)}&amount=${measure}`}
                >
                  {amountText(amount, language)}
                </ExplainableFigure>
                {sourceText === '' ? null : (
                  <small data-words>{t('as_written', { text: sourceText })}</small>
                )}
              </>,
            ] as const,
          ];
        })}
      />
    </section>
  );
}

/** The stages of a project with their days and reasons. */
export function ProjectStages({
  project,
  below,
}: Part & { readonly below?: (event: StageEvent) => ReactNode }) {
  const t = useLabels(projectListLabels);
  const stageWord = useStageWord();
  const language = useLanguage();
  return (
    <section>
      <h3>{t('stages')}</h3>
      {project.stage_events.length === 0 ? (
        <p>{t('no_stages')}</p>
      ) : (
        <ol className={projectsStyles.stages}>
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
