import { formatNumber } from '#domain/values/format.ts';
import type { ProjectDetail } from '#domain/projects/project.ts';
import { measureTerms, missingTerms, projectFieldTerms, term } from '#domain/labels/index.ts';
import { projectLabels, projectListLabels } from '#web/features/projects/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { amountText } from '#web/features/projects/facts/project-labels.ts';
import { ExplainableFigure } from '#web/ui/display/explained.tsx';
import * as dataTableStyles from '#web/ui/display/data-table.module.css';
import * as textStyles from '#web/ui/text.module.css';
import * as projectsStyles from '#web/features/projects/projects.module.css';

const steps = [
  ['planned', 'total_investment'],
  ['contracted', 'contracted_amount'],
  ['in_place', 'paid_in'],
  ['completed', 'fai_done_total'],
] as const;

/** An amount of a project on its way from planned to completed, with the text of the source. */
function Step({
  project: { code, amounts },
  step,
  measure,
}: {
  readonly project: ProjectDetail;
  readonly step: (typeof steps)[number][0];
  readonly measure: (typeof steps)[number][1];
}) {
  const t = useLabels(projectLabels);
  const list = useLabels(projectListLabels);
  const language = useLanguage();
  const amount = amounts[measure];
  const sourceText = [amount?.text, amount?.unit]
    .filter((part) => part !== undefined && part !== '')
    .join(' ');
  return (
    <div>
      <dt>
        {t(step)} <small>{measureTerms[measure][language]}</small>
      </dt>
      <dd>
        <ExplainableFigure
          measure="project_amount"
          of={`code=${encodeURIComponent(code)}&amount=${measure}`}
        >
          {amountText(amount, language)}
        </ExplainableFigure>
        {sourceText === '' ? null : (
          <small data-words>{list('as_written', { text: sourceText })}</small>
        )}
      </dd>
    </div>
  );
}

/**
 * Investment from planned to completed, then jobs and output. A missing value shows its reason,
 * never 0.
 */
export function ProjectLadder({ project }: { readonly project: ProjectDetail }) {
  const t = useLabels(projectLabels);
  const language = useLanguage();
  const of = `code=${encodeURIComponent(project.code)}`;
  const jobs = (n: number | undefined) =>
    n === undefined ? missingTerms.not_reported[language] : formatNumber(n, language);
  return (
    <>
      <section>
        <h3>{t('ladder')}</h3>
        <dl className={projectsStyles.facts}>
          {steps.map(([step, measure]) => (
            <Step key={step} project={project} step={step} measure={measure} />
          ))}
        </dl>
      </section>
      <section>
        <h3>{t('jobs')}</h3>
        <div className={dataTableStyles.wrap}>
          <table className={dataTableStyles.dense}>
            <thead>
              <tr>
                <td />
                <th scope="col" className={dataTableStyles.right}>
                  {t('plan')}
                </th>
                <th scope="col" className={dataTableStyles.right}>
                  {t('actual')}
                </th>
              </tr>
            </thead>
            <tbody>
              <tr>
                <th scope="row">{term(projectFieldTerms, 'jobs_actual', language)}</th>
                <td className={`${dataTableStyles.right} ${textStyles.number}`}>
                  <ExplainableFigure measure="project_jobs" of={`${of}&jobs=jobs_plan`}>
                    {jobs(project.jobs_plan)}
                  </ExplainableFigure>
                </td>
                <td className={`${dataTableStyles.right} ${textStyles.number}`}>
                  <ExplainableFigure measure="project_jobs" of={`${of}&jobs=jobs_actual`}>
                    {jobs(project.jobs_actual)}
                  </ExplainableFigure>
                </td>
              </tr>
              <tr>
                <th scope="row">{t('output')}</th>
                <td className={`${dataTableStyles.right} ${textStyles.number}`}>
                  <ExplainableFigure measure="project_amount" of={`${of}&amount=output_plan`}>
                    {amountText(project.amounts.output_plan, language)}
                  </ExplainableFigure>
                </td>
                <td className={`${dataTableStyles.right} ${textStyles.number}`}>
                  <ExplainableFigure measure="project_amount" of={`${of}&amount=output_actual`}>
                    {amountText(project.amounts.output_actual, language)}
                  </ExplainableFigure>
                </td>
              </tr>
            </tbody>
          </table>
        </div>
      </section>
    </>
  );
}
