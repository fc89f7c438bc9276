import { nameInYear } from '#domain/zone/name-in-year.ts';
import { rateWords } from '#domain/changes/exchange-rate.ts';
import { formatDate } from '#domain/values/format.ts';
import { formatTarget } from '#domain/targets/format-target.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { Figure, TargetRow } from '#domain/targets/target-row.ts';
import { overviewLabels } from '#web/features/overview/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { StatusChip } from '#web/ui/display/chip.tsx';
import { UnitText } from '#web/ui/display/unit-text.tsx';
import { figureSource } from '#web/figures/figure-source.ts';
import { useStatement } from './statement.ts';
import * as overviewStyles from '#web/features/overview/overview.module.css';
import * as textStyles from '#web/ui/text.module.css';

/**
 * Splits a sentence into clauses that are not broken: Chinese and Japanese headings break at
 * punctuation only.
 */
export function Clauses({ text }: { readonly text: string }) {
  const parts = text.split(/(?<=[，、。；：])/);
  return parts.length === 1
    ? text
    : parts.map((part) => (
        <span key={part} className={textStyles.clause}>
          {part}
        </span>
      ));
}

/** Units that can name what a target counts: at least 240 companies. */
const namingUnits: ReadonlySet<string> = new Set(['companies', 'jobs', 'projects']);

/** Whether the unit of a target says its name. The empty units of a zone are counted as companies, too. */
const isNamedByUnit = ({ indicator, name, unit }: TargetRow, year: string): boolean =>
  namingUnits.has(unit) &&
  (indicator === unit || nameInYear(name.en, year, 'en').toLowerCase() === unit);

/**
 * The figure whose source and status the statement names for the whole page.
 * @returns undefined without such a figure
 */
export const findCitedFigure = ({
  established,
  pipeline,
  stage_not_set,
  classes,
}: Overview['headline']): Figure | undefined =>
  established ??
  classes?.[0] ??
  (stage_not_set === undefined ? undefined : (pipeline ?? stage_not_set));

/** The statement with its source, and the targets in one sentence for each year. */
export function Headline({ overview }: { readonly overview: Overview }) {
  const t = useLabels(overviewLabels);
  const language = useLanguage();
  const statement = useStatement(overview);
  const source = findCitedFigure(overview.headline);
  const short = (row: TargetRow, year: string) => {
    if (row.target === undefined) return row.wording[language];
    const values = {
      name: nameInYear(row.name[language], year, language),
      target: formatTarget(row.comparator, row.target, row.unit, language),
    };
    return t(isNamedByUnit(row, year) ? 'target_count' : 'target_money', values);
  };
  const final = overview.targets.filter(({ period }) => period === undefined);
  const targets = final.length === 0 ? overview.targets : final;
  const byYear = [...Map.groupBy(targets, ({ deadline }) => deadline.slice(0, 4))].toSorted(
    ([a], [b]) => Number(a) - Number(b),
  );
  return (
    <div>
      <h2 data-says="established_projects established_investment pipeline_projects verdict">
        <Clauses text={statement} />
      </h2>
      {source === undefined ? null : (
        <p className={overviewStyles.source}>
          {source.data_status === 'illustrative' ? null : (
            <StatusChip status={source.data_status} source={source.source} />
          )}
          <span>
            {[
              t('source', { source: figureSource(source, language) }),
              ...(overview.beside?.used ?? []).flatMap((rate) => [
                rateWords(rate),
                formatDate(rate.day, language, 'long'),
                rate.source,
              ]),
            ].join(' · ')}
          </span>
        </p>
      )}
      {byYear.map(([year, rows]) => (
        <p key={year} className={overviewStyles.targetsLine} data-says="target">
          <UnitText
            text={t('targets_line', {
              year,
              items: rows.map((row) => short(row, year)).join(t('list')),
            })}
            units={rows.map(({ unit }) => unit)}
          />
        </p>
      ))}
    </div>
  );
}
