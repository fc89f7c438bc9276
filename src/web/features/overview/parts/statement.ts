import { compact } from '#domain/values/compact.ts';
import { areProjectsKnown } from '#domain/projects/first-known-day.ts';
import { writeNotKnown } from '#domain/labels/projects/register-days.ts';
import { convertToSecondary } from '#domain/overview/secondary-currency.ts';
import { formatCount, formatPercent, formatValue } from '#domain/values/format.ts';
import { readInvestment } from '#domain/overview/read-investment.ts';
import { formatInUnits, pageUnits } from '#domain/overview/money-units.ts';
import { heldBackAmounts } from '#domain/labels/general/missing-figure.ts';
import type { Language } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { isJudged, type Figure, type TargetRow, type Verdict } from '#domain/targets/target-row.ts';
import { getDirection } from '#domain/targets/verdict.ts';
import { sentenceStart } from '#domain/values/sentence-start.ts';
import type { en } from '#web/features/overview/labels/en.ts';
import { overviewLabels } from '#web/features/overview/labels/index.ts';
import { type Translate, useLanguage, useLabels } from '#web/i18n/text.ts';

const reportedFigure = (figure: Figure | undefined): figure is Figure =>
  figure?.data_status === 'reported' || figure?.data_status === 'provisional';

type T = Translate<typeof en>;

/** The number of targets that a clause names; more are counted. */
const mostNames = 2;

/** Lists the targets by verdict: met, ahead, on plan, missed, then the furthest behind. */
function targetsStatement(rowsWithVerdict: readonly TargetRow[], t: T, language: Language): string {
  // where less is better, a value off its plan is above it
  const shortfall = (row: TargetRow): string => {
    const ratio = row.attainment ?? 1;
    const isBelow = getDirection(row.comparator) === 1;
    const share = formatPercent(isBelow ? 1 - ratio : 1 / ratio - 1, language, 0);
    return t(isBelow ? 'statement_behind' : 'statement_above', { ...names([row]), share });
  };
  const names = (rows: readonly TargetRow[]) => {
    const each =
      rows.length > mostNames
        ? [t('targets_n', { n: rows.length })]
        : rows.map(({ name }) => name[language]);
    return { each, names: each.join(t('list')) };
  };
  const clause = (
    key: 'statement_met' | 'statement_ahead' | 'statement_on' | 'statement_missed',
    ...verdicts: readonly Verdict[]
  ) => {
    const rows = rowsWithVerdict.filter(({ verdict }) => verdicts.includes(verdict));
    return rows.length > 0 && t(key, names(rows));
  };
  const behind = rowsWithVerdict
    .filter(({ verdict }) => verdict === 'behind' || verdict === 'slightly_behind')
    .toSorted((a, b) => (a.attainment ?? 0) - (b.attainment ?? 0));
  const [worst, ...others] = behind;
  const clauses = [
    clause('statement_met', 'met'),
    clause('statement_ahead', 'ahead'),
    clause('statement_on', 'on_plan', 'not_yet_exceeded'),
    clause('statement_missed', 'missed'),
    worst && shortfall(worst),
    others.length > 0 && t('statement_behind_more', names(others)),
  ];
  return sentenceStart(clauses.filter(Boolean).join(t('clause')));
}

/**
 * Writes the planned investment in each currency, with the secondary currency where there is one.
 */
function investmentText(
  overview: Overview,
  investment: readonly Figure[],
  t: T,
  language: Language,
): string {
  const { beside } = overview;
  const units = pageUnits(overview);
  const words = investment.map(({ value, unit, qualifier }) => {
    const options = {
      ...formatInUnits(value, unit, units, language),
      ...compact({ qualifier }),
    };
    const amount = formatValue(value, unit, language, options).text;
    const other =
      beside === undefined || unit === beside.currency
        ? undefined
        : convertToSecondary(beside, value, unit);
    return beside === undefined || other === undefined
      ? amount
      : t('headline_beside', { amount, other: formatValue(other, beside.currency, language).text });
  });
  const heldBack = overview.headline.investment_held_back;
  return [...words, ...(heldBack === undefined ? [] : [heldBackAmounts(heldBack, language)])].join(
    t('list'),
  );
}

/** Writes that there are no projects, where nothing was counted or published. */
function writeNone(overview: Overview, t: T, language: Language): string {
  const { origin, as_of, first_known_day: first } = overview;
  const isKnown = areProjectsKnown(as_of, first);
  if (!isKnown && (first !== undefined || origin === 'own'))
    return writeNotKnown(overview, language);
  return t(origin === 'own' ? 'statement_none' : 'headline_none');
}

/**
 * Writes the group that is known where projects without a stage may belong to the other.
 * @returns undefined where both groups are known, or where every project has a stage
 */
function writeKnownGroup(overview: Overview, t: T, language: Language): string | undefined {
  const { established, pipeline, stage_not_set } = overview.headline;
  if (stage_not_set === undefined) return undefined;
  const { projects_total: total } = overview;
  if (established !== undefined)
    return pipeline === undefined
      ? t('headline_established', { count: formatCount(established.value, language) })
      : undefined;
  if (pipeline !== undefined)
    return t('headline_pipeline', { count: formatCount(pipeline.value, language) });
  return total === undefined
    ? t('headline_unknown')
    : t('headline_not_set', {
        count: formatCount(total, language),
        not_set: formatCount(stage_not_set.value, language),
      });
}

/**
 * Writes the first sentence: published project figures or, with the zone's own values, the verdicts
 * of the targets.
 */
export function useStatement(overview: Overview): string {
  const t = useLabels(overviewLabels);
  const language = useLanguage();
  const { established, pipeline } = overview.headline;
  const { figures: investment, undisclosed } = readInvestment(overview);
  const rowsWithVerdict = overview.targets.filter(
    ({ verdict, verdict_status }) => isJudged(verdict) && verdict_status !== 'illustrative',
  );
  if (overview.origin === 'own' && rowsWithVerdict.length > 0)
    return targetsStatement(rowsWithVerdict, t, language);
  if (overview.headline.classes !== undefined)
    return t('headline_classes', {
      items: overview.headline.classes.map(({ name, value }) => ({
        name: name?.[language] ?? '',
        value,
      })),
    });
  const ofKnownGroup = writeKnownGroup(overview, t, language);
  if (ofKnownGroup !== undefined) return ofKnownGroup;
  if (established === undefined || pipeline === undefined) return writeNone(overview, t, language);
  const { projects_total: total = 0 } = overview;
  if (established.value === '0' && pipeline.value === '0' && total > 0)
    return t('headline_neither', { count: formatCount(total, language) });
  const counts = {
    established: formatCount(established.value, language),
    pipeline: formatCount(pipeline.value, language),
  };
  if (investment.length === 0 || !investment.every(reportedFigure))
    return t('headline_counts', counts);
  const money = investmentText(overview, investment, t, language);
  return established.name === undefined || pipeline.name === undefined
    ? t(undisclosed > 0 ? 'headline_disclosed' : 'headline_full', { ...counts, money })
    : t('headline_named', {
        ...counts,
        money,
        name: established.name[language],
        pipeline_name: pipeline.name[language],
      });
}
