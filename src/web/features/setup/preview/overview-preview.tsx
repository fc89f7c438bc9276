import { countProjects } from '#web/features/setup/steps.ts';
import { stageWord } from '#domain/labels/index.ts';
import { absentValue } from '#domain/labels/targets/absent-value.ts';
import { formatCount, formatMonth, formatPercent, formatValue } from '#domain/values/format.ts';
import { sentenceStart } from '#domain/values/sentence-start.ts';
import { fromNumber, toNumber, type Decimal } from '#domain/values/decimal.ts';
import { writeKnownCount } from '#domain/labels/general/missing-figure.ts';
import { countNotSetOfStrip } from '#domain/overview/stage-not-set.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { StageGroup } from '#domain/projects/stage.ts';
import type { Month } from '#domain/values/date.ts';
import { setupLabels } from '#web/features/setup/labels/index.ts';
import type { MonthRow } from '#web/features/setup/month/use-month-form.ts';
import type { SetupRow } from '#web/features/setup/targets/rows.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import * as previewStyles from './overview-preview.module.css';

interface PreviewProps {
  readonly name: string;
  readonly overview: Overview | undefined;
  readonly rows: readonly SetupRow[];
  readonly cells: readonly MonthRow[];
  readonly month: Month;
  readonly year: number;
}

/** The future overview with the typed values. */
export function OverviewToCome(props: PreviewProps) {
  const t = useLabels(setupLabels);
  const { name, rows, cells, overview } = props;
  return (
    <aside className={previewStyles.preview} aria-label={t('preview')}>
      <p className={previewStyles.previewHead}>
        <b>{t('preview')}</b> <small>{t('preview_live')}</small>
      </p>
      <h3>{name}</h3>
      <Projects overview={overview} />
      {rows.map((row) => (
        <TargetToCome
          key={row.template.indicator.id}
          row={row}
          {...props}
          cell={cells.find(({ indicator }) => indicator.id === row.indicator.id)}
        />
      ))}
      <Stages overview={overview} />
      <p className={previewStyles.note}>{t('preview_note')}</p>
    </aside>
  );
}

function Projects({ overview }: Pick<PreviewProps, 'overview'>) {
  const t = useLabels(setupLabels);
  const language = useLanguage();
  const total = countProjects(overview);
  if (overview === undefined || total === 0)
    return <p className={previewStyles.note}>{t('preview_no_projects')}</p>;
  const countOf = (name: StageGroup): string =>
    writeKnownCount(
      overview.strip.groups.find(({ group }) => group === name)?.count ?? 0,
      countNotSetOfStrip(overview.strip),
      language,
    );
  const { established_investment: money } = overview.headline;
  return (
    <p>
      <b>{t('preview_projects', { n: formatCount(total, language) })}</b>
      <br />
      <small>
        {t('preview_groups', {
          established: countOf('established'),
          pipeline: countOf('pipeline'),
          money: money === undefined ? '' : formatValue(money.value, money.unit, language).text,
        })}
      </small>
    </p>
  );
}

/** The share of the year at the end of a month; a level has no plan before its first value. */
const planShare = ({ indicator }: SetupRow, month: Month, year: number): number | undefined =>
  indicator.kind === 'annual_flow' && month.startsWith(String(year))
    ? Number(month.slice(5, 7)) / 12
    : undefined;

function TargetToCome({
  row,
  cell,
  month,
  year,
}: Pick<PreviewProps, 'month' | 'year'> & {
  readonly row: SetupRow;
  readonly cell: MonthRow | undefined;
}) {
  const t = useLabels(setupLabels);
  const language = useLanguage();
  const { indicator, annual, final } = row;
  const goal = annual.reading.kind === 'value' ? annual.reading : final.reading;
  const target = goal.kind === 'value' ? goal.value : undefined;
  const { value, ...unknownSum } = cell?.toDate ?? {};
  const share = annual.reading.kind === 'value' ? planShare(row, month, year) : undefined;
  const write = (of: Decimal): string => formatValue(of, indicator.unit, language).text;
  const percent = (of: number): string => formatPercent(of, language, 1);
  // the flow of another year is no part of the target of this one
  const isOtherYear =
    indicator.kind === 'annual_flow' && annual.reading.kind === 'value' && share === undefined;
  const reachedShare =
    target === undefined || value === undefined || isOtherYear
      ? undefined
      : toNumber(value) / toNumber(target);
  return (
    <div className={previewStyles.toCome}>
      <p>
        <b>{indicator.name[language]}</b>
        {target === undefined || row.question !== undefined ? (
          <mark>{t('preview_open_target')}</mark>
        ) : (
          <span>{write(target)}</span>
        )}
      </p>
      <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect className={previewStyles.track} width="100" height="6" />
        {reachedShare === undefined ? null : (
          <rect
            className={previewStyles.reached}
            width={Math.min(100, 100 * reachedShare)}
            height="6"
          />
        )}
        {share === undefined ? null : (
          <rect className={previewStyles.planned} x={100 * share - 0.4} width="0.8" height="6" />
        )}
      </svg>
      <small>
        {value === undefined
          ? sentenceStart(absentValue({ ...unknownSum, ...indicator }, language))
          : reachedShare === undefined
            ? write(value)
            : t('preview_value', { value: write(value), share: percent(reachedShare) })}
        {share === undefined || target === undefined
          ? null
          : ` · ${t('preview_plan', {
              month: formatMonth(month, language, 'short'),
              value: write(fromNumber(Number((toNumber(target) * share).toPrecision(4)))),
              share: percent(share),
            })}`}
      </small>
    </div>
  );
}

function Stages({ overview }: Pick<PreviewProps, 'overview'>) {
  const t = useLabels(setupLabels);
  const language = useLanguage();
  const stages = (overview?.strip.groups ?? []).flatMap(({ rows: of }) => of);
  const filledStages = stages.filter(({ count }) => count > 0);
  if (overview === undefined || filledStages.length === 0) return null;
  return (
    <div className={previewStyles.stages}>
      <b>{t('preview_stages')}</b>
      <ul>
        {filledStages.map(({ stage, count }) => (
          <li key={stage}>
            <small>{stageWord(overview.zone.stage_words, stage, language)}</small>
            <span>{formatCount(count, language)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
