import { compact } from '#domain/values/compact.ts';
import { mostDots } from '#domain/projects/amount-spread.ts';
import { convertToSecondary } from '#domain/overview/secondary-currency.ts';
import { findMark } from '#domain/zone/industries.ts';
import type { Language } from '#domain/values/language.ts';
import { pageUnits } from '#domain/overview/money-units.ts';
import type { WireMoney } from '#domain/values/money.ts';
import { formatMoney } from '#domain/values/format.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { countNotSetOfStrip } from '#domain/overview/stage-not-set.ts';
import type { ProjectDot, StageGroupTotals, StageTotals } from '#domain/projects/register-view.ts';
import { heldBackTerm, writeKnownCount } from '#domain/labels/general/missing-figure.ts';
import { missingTerms, projectName, stageWord } from '#domain/labels/index.ts';
import { addSecondary } from '#charts/kit/text/secondary-currency.ts';
import {
  fullText,
  type MeasureUnit,
  numberText,
  toDisplayValue,
  valueText,
} from '#charts/kit/text/units.ts';
import { chartCurrency, secondaryUnit, toMajorUnits } from './amounts.ts';
import type { Dot, PipelineGroup, StageRow } from './series-types.ts';
import { drawnSpread, hasSpread } from './spread.ts';
import { pipelineChartLabels } from './labels/index.ts';
import { totalsOnly } from './totals.ts';

const ofBase = (amounts: readonly WireMoney[], currency: string): WireMoney | undefined =>
  amounts.find((amount) => amount.currency === currency);

function makeDot(
  dot: ProjectDot,
  row: StageTotals,
  overview: Overview,
  unit: MeasureUnit,
  language: Language,
): Dot {
  const industry = overview.zone.industries.find(({ id }) => id === dot.industry);
  const words = pipelineChartLabels[language];
  const { money } = dot;
  const inBase = money !== undefined && money.currency === chartCurrency(overview);
  return {
    code: dot.code,
    name: projectName(dot, language),
    v: inBase ? toDisplayValue(toMajorUnits(money), unit) : null,
    ...compact({ other: money === undefined || inBase ? undefined : true }),
    mark: findMark(overview.zone.industries, dot.industry),
    lines: [
      {
        label: words.columns.stage,
        value: stageWord(overview.zone.stage_words, row.stage, language),
      },
      {
        label: words.columns.industry,
        value: industry?.name[language] ?? dot.industry ?? missingTerms.not_reported[language],
      },
      {
        label: words.columns.amount,
        value:
          money === undefined
            ? missingTerms[dot.missing ?? 'not_reported'][language]
            : addSecondary(
                inBase ? fullText(toMajorUnits(money), unit) : formatMoney(money, language).text,
                toMajorUnits(money),
                money.currency,
                overview,
                language,
              ),
      },
    ],
  };
}

/** Converts the sum of the zone's own currency to the second one. */
function secondarySum(
  exact: string | undefined,
  overview: Overview,
  language: Language,
): { readonly secondary?: string } {
  const [{ beside }, unit] = [overview, secondaryUnit(overview, language)];
  const value =
    beside === undefined || exact === undefined
      ? undefined
      : convertToSecondary(beside, exact, chartCurrency(overview));
  return unit === undefined
    ? {}
    : { secondary: value === undefined ? '—' : valueText(value, unit) };
}
const majorOf = (amounts: readonly WireMoney[], currency: string): string | undefined => {
  const sum = ofBase(amounts, currency);
  return sum === undefined ? undefined : toMajorUnits(sum);
};

/** Writes a sum: a dash where there is no amount, a word where a shared view withholds it. */
function sumText(
  { amounts, held_back }: Pick<StageTotals, 'amounts' | 'held_back'>,
  currency: string,
  unit: MeasureUnit,
  language: Language,
): string {
  const sum = ofBase(amounts, currency);
  if (sum !== undefined) return valueText(toMajorUnits(sum), unit);
  return held_back === undefined ? '—' : heldBackTerm[language];
}

function makeRow(
  row: StageTotals,
  overview: Overview,
  unit: MeasureUnit,
  language: Language,
): StageRow {
  const spread =
    row.spread === undefined
      ? undefined
      : drawnSpread(row.spread, unit, pageUnits(overview), language);
  const isLog = hasSpread(overview);
  // a log axis has no position for 0
  const dots = (spread === undefined && row.count <= mostDots ? row.dots : [])
    .map((dot) => makeDot(dot, row, overview, unit, language))
    .filter(({ v }) => !isLog || v === null || v > 0);
  const largest = dots.reduce<Dot | undefined>(
    (most, dot) => (dot.v !== null && dot.v > (most?.v ?? Number.NEGATIVE_INFINITY) ? dot : most),
    undefined,
  );
  return {
    stage: row.stage,
    label: stageWord(overview.zone.stage_words, row.stage, language),
    count: writeKnownCount(row.count, countNotSetOfStrip(overview.strip), language),
    sum: sumText(row, chartCurrency(overview), unit, language),
    ...secondarySum(majorOf(row.amounts, chartCurrency(overview)), overview, language),
    empty: row.count === 0,
    dots,
    ...compact({ bar: totalsOnly(overview) ? row.count : undefined, spread, top: largest?.name }),
  };
}

/** Makes a group of stages as drawn. A published sum replaces its own. */
export function stageGroup(
  group: StageGroupTotals,
  overview: Overview,
  unit: MeasureUnit,
  language: Language,
): PipelineGroup {
  const words = pipelineChartLabels[language];
  const figure =
    group.group === 'established' ? overview.headline.established_investment : undefined;
  const own = sumText(group, chartCurrency(overview), unit, language);
  const knownCount = group.count - group.undisclosed;
  const rows = group.rows.map((row) => makeRow(row, overview, unit, language));
  const about =
    figure !== undefined && figure.unit === chartCurrency(overview) && figure.qualifier === 'about'
      ? words.about(fullNumber(figure.value, unit))
      : own;
  return {
    group: group.group,
    label: words.groups[group.group],
    count: writeKnownCount(group.count, countNotSetOfStrip(overview.strip), language),
    sum: about,
    ...secondarySum(
      about === own ? majorOf(group.amounts, chartCurrency(overview)) : figure?.value,
      overview,
      language,
    ),
    ...compact({
      note:
        group.undisclosed > 0
          ? words.disclosed(numberText(knownCount, 0), numberText(group.count, 0))
          : undefined,
      undisclosed:
        group.undisclosed > 0 &&
        rows.some(({ dots }) => dots.some(({ v, other }) => v === null && other !== true))
          ? words.undisclosed
          : undefined,
      other: rows.some(({ dots }) => dots.some(({ other }) => other === true))
        ? words.otherCurrency
        : undefined,
    }),
    rows,
  };
}

const fullNumber = (value: string, unit: MeasureUnit): string => {
  const number = toDisplayValue(value, unit);
  return numberText(number, Number.isInteger(number) ? 0 : 1);
};
