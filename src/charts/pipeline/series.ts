import { compact } from '#domain/values/compact.ts';
import { mostDots } from '#domain/projects/amount-spread.ts';
import { isBeforeRegister } from '#domain/projects/first-known-day.ts';
import { convertToSecondary } from '#domain/overview/secondary-currency.ts';
import { markOf } from '#domain/zone/industries.ts';
import { fromNumber, scaleByTen } from '#domain/values/decimal.ts';
import type { Language } from '#domain/values/language.ts';
import { formatInUnits, largestAmount, pageUnits } from '#domain/overview/money-units.ts';
import { fromWire, type Money, sumMoney, toWire, type WireMoney } from '#domain/values/money.ts';
import { formatMoney, formatValue } from '#domain/values/format.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { ProjectDot, StageGroupTotals, StageTotals } from '#domain/projects/register-view.ts';
import { sentenceStart } from '#domain/values/sentence-start.ts';
import { heldBackAmounts, heldBackTerm } from '#domain/labels/general/data.ts';
import { missingTerms, notKnownBefore, projectName, stageWord } from '#domain/labels/index.ts';
import { withBeside } from '#charts/kit/text/secondary-currency.ts';
import { roundTicks, tickDigits } from '#charts/kit/style/scale.ts';
import { frameWords } from '#charts/kit/labels/index.ts';
import {
  fullText,
  type MeasureUnit,
  measureUnit,
  numberText,
  shown,
  valueText,
} from '#charts/kit/text/units.ts';
import { major } from './amounts.ts';
import type { Dot, PipelineGroup, PipelineSeries, StageRow } from './series-types.ts';
import { drawnSpread, hasSpread } from './spread.ts';
import { pipelineWords } from './labels/index.ts';
import { totalsOnly } from './totals.ts';

const base = (overview: Overview): string => overview.zone.base_currency;
const ofBase = (amounts: readonly WireMoney[], currency: string): WireMoney | undefined =>
  amounts.find((amount) => amount.currency === currency);

/** One unit for the axis and all sums of the figure: that of sums on the page. */
export function pipelineUnit(overview: Overview, language: Language): MeasureUnit {
  const currency = base(overview);
  return measureUnit(
    currency,
    language,
    pageUnits(overview)(currency)?.sum ??
      largestAmount(
        overview.strip.groups.flatMap(({ amounts }) => amounts),
        currency,
      ),
  );
}

/** Sums in currencies that the axis does not have, in words, and which of them a shared view leaves out: never added to anything. */
export function otherCurrencies(overview: Overview, language: Language): string | undefined {
  const held = overview.strip.groups.flatMap(({ held_back = [] }) =>
    held_back.filter((currency) => currency !== base(overview)),
  );
  const withheld = held.length === 0 ? [] : [heldBackAmounts([...new Set(held)], language)];
  const others: Money[] = overview.strip.groups.flatMap(({ amounts }) =>
    amounts.filter(({ currency }) => currency !== base(overview)).map(fromWire),
  );
  if (others.length === 0)
    return withheld.length === 0 ? undefined : sentenceStart(withheld.join(''));
  return pipelineWords[language].otherCurrencies(
    [
      ...sumMoney(others).map((money) => formatMoney(toWire(money), language).text),
      ...withheld,
    ].join(frameWords[language].list),
  );
}

function dotOf(
  dot: ProjectDot,
  row: StageTotals,
  overview: Overview,
  unit: MeasureUnit,
  language: Language,
): Dot {
  const industry = overview.zone.industries.find(({ id }) => id === dot.industry);
  const words = pipelineWords[language];
  const { money } = dot;
  const inBase = money !== undefined && money.currency === base(overview);
  return {
    code: dot.code,
    name: projectName(dot, language),
    v: inBase ? shown(major(money), unit) : null,
    ...compact({ other: money === undefined || inBase ? undefined : true }),
    mark: markOf(overview.zone.industries, dot.industry),
    said: [
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
            : inBase
              ? withBeside(
                  fullText(major(money), unit),
                  major(money),
                  money.currency,
                  overview,
                  language,
                )
              : withBeside(
                  formatMoney(money, language).text,
                  major(money),
                  money.currency,
                  overview,
                  language,
                ),
      },
    ],
  };
}

/** The unit of the second currency, of the same size as that of the first; absent where there is none. */
export function besideUnit(overview: Overview, language: Language): MeasureUnit | undefined {
  const { beside } = overview;
  const like =
    beside === undefined
      ? undefined
      : convertToSecondary(beside, pipelineUnit(overview, language).like, base(overview));
  return beside === undefined || like === undefined
    ? undefined
    : measureUnit(beside.currency, language, like);
}
/** The sum of the zone's own currency in the second one. */
function sumBeside(
  exact: string | undefined,
  overview: Overview,
  language: Language,
): { readonly beside?: string } {
  const [{ beside }, unit] = [overview, besideUnit(overview, language)];
  const value =
    beside === undefined || exact === undefined
      ? undefined
      : convertToSecondary(beside, exact, base(overview));
  return unit === undefined ? {} : { beside: value === undefined ? '—' : valueText(value, unit) };
}
const majorOf = (amounts: readonly WireMoney[], currency: string): string | undefined => {
  const sum = ofBase(amounts, currency);
  return sum === undefined ? undefined : major(sum);
};

/** A dash where there is no amount, a word where a shared view leaves it out. */
function sumText(
  { amounts, held_back }: Pick<StageTotals, 'amounts' | 'held_back'>,
  currency: string,
  unit: MeasureUnit,
  language: Language,
): string {
  const sum = ofBase(amounts, currency);
  if (sum !== undefined) return valueText(major(sum), unit);
  return held_back === undefined ? '—' : heldBackTerm[language];
}

/** A zone's own word may be a sentence; beside the row stands its beginning, whole it stands in the table. */
const mostLabel = 14;
const shortened = (word: string): string =>
  [...word].length > mostLabel ? `${[...word].slice(0, mostLabel - 1).join('')}…` : word;

function rowOf(
  row: StageTotals,
  overview: Overview,
  unit: MeasureUnit,
  language: Language,
): StageRow {
  const longLabel = stageWord(overview.zone.stage_words, row.stage, language);
  const own =
    row.stage === 'unknown' ? undefined : overview.zone.stage_words?.[row.stage]?.[language];
  const spread =
    row.spread === undefined
      ? undefined
      : drawnSpread(row.spread, unit, pageUnits(overview), language);
  const isLog = hasSpread(overview);
  // a log axis has no place for 0
  const dots = (spread === undefined && row.count <= mostDots ? row.dots : [])
    .map((dot) => dotOf(dot, row, overview, unit, language))
    .filter(({ v }) => !isLog || v === null || v > 0);
  const largest = dots.reduce<Dot | undefined>(
    (most, dot) => (dot.v !== null && dot.v > (most?.v ?? Number.NEGATIVE_INFINITY) ? dot : most),
    undefined,
  );
  return {
    stage: row.stage,
    label: own === undefined ? longLabel : shortened(own),
    longLabel,
    count: numberText(row.count, 0),
    sum: sumText(row, base(overview), unit, language),
    ...sumBeside(majorOf(row.amounts, base(overview)), overview, language),
    empty: row.count === 0,
    dots,
    ...compact({ bar: totalsOnly(overview) ? row.count : undefined, spread, top: largest?.name }),
  };
}

function groupOf(
  group: StageGroupTotals,
  overview: Overview,
  unit: MeasureUnit,
  language: Language,
): PipelineGroup {
  const words = pipelineWords[language];
  const published =
    group.group === 'established' ? overview.headline.established_investment : undefined;
  const own = sumText(group, base(overview), unit, language);
  const known = group.count - group.undisclosed;
  const rows = group.rows.map((row) => rowOf(row, overview, unit, language));
  const about =
    published !== undefined && published.unit === base(overview) && published.qualifier === 'about'
      ? words.about(fullNumber(published.value, unit))
      : own;
  return {
    group: group.group,
    label: words.groups[group.group],
    count: numberText(group.count, 0),
    sum: about,
    ...sumBeside(
      about === own ? majorOf(group.amounts, base(overview)) : published?.value,
      overview,
      language,
    ),
    ...(group.undisclosed > 0
      ? {
          note: words.disclosed(numberText(known, 0), numberText(group.count, 0)),
          ...compact({
            undisclosed: rows.some(({ dots }) =>
              dots.some(({ v, other }) => v === null && other !== true),
            )
              ? words.undisclosed
              : undefined,
          }),
        }
      : {}),
    ...compact({
      other: rows.some(({ dots }) => dots.some(({ other }) => other === true))
        ? words.otherCurrency
        : undefined,
    }),
    rows,
  };
}

const fullNumber = (value: string, unit: MeasureUnit): string => {
  const number = shown(value, unit);
  return numberText(number, Number.isInteger(number) ? 0 : 1);
};

/** A log axis over all classes and dots, with a label at each power of ten. */
function logAxis(
  groups: readonly PipelineGroup[],
  overview: Overview,
  unit: MeasureUnit,
  language: Language,
):
  | { readonly min: number; readonly max: number; readonly ticks: PipelineSeries['ticks'] }
  | undefined {
  if (!hasSpread(overview)) return undefined;
  const rows = groups.flatMap((group) => group.rows);
  const ends = rows.flatMap(({ dots, spread }) => [
    ...(spread?.classes ?? []).flatMap(({ from, to }) => [from, to]),
    ...dots.flatMap(({ v }) => (v === null ? [] : [v])),
  ]);
  const [min, max] = [Math.min(...ends), Math.max(...ends)];
  const powers = Array.from({ length: 25 }, (_, at) => 10 ** (at - 12)).filter(
    (v) => v >= min * 0.999 && v <= max * 1.001,
  );
  const currency = base(overview);
  const units = pageUnits(overview);
  const label = (v: number): string => {
    const exact = scaleByTen(fromNumber(v), unit.scale);
    const { number, suffix } = formatValue(
      exact,
      currency,
      language,
      formatInUnits(exact, currency, units, language),
    );
    return `${number}${suffix}`;
  };
  return { min, max, ticks: powers.map((v) => ({ v, label: label(v) })) };
}

/** What stands in place of projects: that there are none, or that none are known yet. */
const emptyText = ({ as_of, first_known_day }: Overview, language: Language): string =>
  first_known_day !== undefined && isBeforeRegister(as_of, first_known_day)
    ? notKnownBefore(first_known_day, language)
    : pipelineWords[language].titleNone;

/** The strip plot: one dot per project, one row per stage, position by money in the zone's currency. */
export function pipelineSeries(overview: Overview, language: Language): PipelineSeries {
  const unit = pipelineUnit(overview, language);
  const other = besideUnit(overview, language);
  const groups = overview.strip.groups.map((group) => groupOf(group, overview, unit, language));
  const largest = groups
    .flatMap(({ rows }) =>
      rows.flatMap(({ dots, bar }) => (bar === undefined ? dots.map(({ v }) => v ?? 0) : [bar])),
    )
    .reduce((most, v) => Math.max(most, v), 0);
  const log = logAxis(groups, overview, unit, language);
  const max = log?.max ?? (largest > 0 ? largest : 1) * 1.05;
  const counts = totalsOnly(overview);
  // without a single group nothing is known, and there is no axis
  if (groups.length === 0)
    return { unit: '', max, ticks: [], groups, empty: emptyText(overview, language) };
  const ticks = roundTicks(largest > 0 ? largest : 1, 5).filter(
    (v) => v <= max && (!counts || Number.isInteger(v)),
  );
  const digits = tickDigits(ticks);
  return {
    unit: unit.word,
    ...compact({ beside: other?.word }),
    max,
    ...(log === undefined
      ? {}
      : { logMin: log.min, spreadColumns: pipelineWords[language].spreadColumns }),
    ticks: log?.ticks ?? ticks.map((v) => ({ v, label: v === 0 ? '0' : numberText(v, digits) })),
    groups,
    ...compact({
      empty: overview.strip.groups.every(({ count }) => count === 0)
        ? emptyText(overview, language)
        : undefined,
    }),
  };
}
