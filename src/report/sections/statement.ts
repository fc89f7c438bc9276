import { compact } from '#domain/values/compact.ts';
import { addSecondary } from '#charts/kit/text/secondary-currency.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import { findNeededPace } from '#domain/outlook/needed-pace.ts';
import { onDay } from '#charts/kit/text/claim.ts';
import { readInvestment } from '#domain/overview/read-investment.ts';
import { formatCount, formatDate, formatValue } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { sentenceStart } from '#domain/values/sentence-start.ts';
import { isCounted } from '#domain/values/counted-units.ts';
import { isCountedRow } from '#domain/targets/counted-row.ts';
import { isCurrency } from '#domain/values/money.ts';
import { formatInUnits, pageUnits, type PageUnits } from '#domain/overview/money-units.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { Figure, TargetRow } from '#domain/targets/target-row.ts';
import { partialSumTerm } from '#domain/labels/general/missing-figure.ts';
import { furtherTerm, registerNotes, writeNotKnown } from '#domain/labels/index.ts';
import { againstPlan } from '#charts/targets/data/against-plan.ts';
import { outcomeText } from '#charts/targets/data/outcome.ts';
import { reportLabels } from '#report/labels/index.ts';

/** An overview with its secondary currency, if it has one. */
type SecondaryCurrencyInput = Partial<Pick<Overview, 'beside'>>;
function figureText(
  { value, unit, qualifier }: Figure,
  language: Language,
  overview: SecondaryCurrencyInput = {},
  units?: PageUnits,
): string {
  const options = {
    ...formatInUnits(value, unit, units, language),
    ...compact({ qualifier }),
  };
  return addSecondary(
    formatValue(value, unit, language, options).text,
    value,
    unit,
    overview,
    language,
  );
}

/**
 * Writes the headline: established projects, their investment and the pipeline, with earlier values
 * and sources.
 */
export function headlineSentences(overview: Overview, language: Language): readonly string[] {
  const notes = registerNotes(overview, language).map(
    (note) => `${note}${reportLabels[language].stop}`,
  );
  return [...figureSentences(overview, language), ...notes];
}

function figureSentences(overview: Overview, language: Language): readonly string[] {
  const { headline, compare } = overview;
  const t = reportLabels[language];
  const { established, pipeline, stage_not_set, classes, before } = headline;
  if (classes?.[0] !== undefined)
    return [
      t.headlineClasses(
        classes.map((one) => [one.name?.[language] ?? '', figureText(one, language)]),
      ),
      ...writeSource(classes[0], language),
    ];
  if (established === undefined && pipeline === undefined && stage_not_set === undefined)
    return overview.first_known_day === undefined
      ? [writeNotKnown(overview, language) + t.stop]
      : [];
  const isBeforeKnown = before.established !== undefined || before.pipeline !== undefined;
  const day = (before.established ?? before.pipeline)?.date;
  const then =
    compare === undefined || !isBeforeKnown || day === undefined
      ? []
      : [
          t.headlineBefore(
            formatDate(day, language, 'long'),
            writeGroup('established', before.established, language),
            writeGroup('pipeline', before.pipeline, language),
          ),
        ];
  return [
    sentenceStart(writeGroups(overview, language)),
    ...then,
    ...[established ?? pipeline].flatMap((figure) =>
      figure === undefined ? [] : writeSource(figure, language),
    ),
  ];
}

/** Writes the number of projects of a group, or that it is not known. */
function writeGroup(
  group: 'established' | 'pipeline',
  figure: Figure | undefined,
  language: Language,
): string {
  const t = reportLabels[language];
  return figure === undefined
    ? t.groupUnknown[group]
    : t.groupCount[group](figureText(figure, language));
}

/**
 * Writes the two groups with the investment of the first. A sum whose projects do not all disclose
 * their amounts is written with their number.
 */
function writeGroups(overview: Overview, language: Language): string {
  const { beside, headline } = overview;
  const t = reportLabels[language];
  const { figures, undisclosed } = readInvestment(overview);
  const pipeline = writeGroup('pipeline', headline.pipeline, language);
  if (figures.length === 0 || headline.established === undefined)
    return t.headlineNoAmount(writeGroup('established', headline.established, language), pipeline);
  const established = figureText(headline.established, language);
  const amounts = figures
    .map((figure) => figureText(figure, language, compact({ beside }), pageUnits(overview)))
    .join(kitLabels[language].list);
  return undisclosed > 0
    ? t.headlinePartial(
        established,
        amounts,
        partialSumTerm(formatCount(undisclosed, language), language),
        pipeline,
      )
    : t.headline(established, amounts, pipeline);
}

function writeSource({ source, date }: Figure, language: Language): readonly string[] {
  const t = reportLabels[language];
  const sourceText = source?.[language];
  const day = formatDate(date, language, 'long');
  return sourceText === undefined
    ? []
    : [
        sourceText.includes(day)
          ? t.headlineSourceDated(sourceText)
          : t.headlineSource(sourceText, day),
      ];
}

/**
 * The decimals of a computed number: one, or none when it is large or counts things one by one.
 */
const derivedDigits = (value: number, row: TargetRow): { readonly digits?: number } =>
  isCurrency(row.unit) || isCounted(row.unit)
    ? {}
    : { digits: Math.abs(value) < 100 && !isCountedRow(row) ? 1 : 0 };
/** The decimals of a pace: a pace of counted things has one below ten a month. */
const perMonthDigits = (value: number, row: TargetRow): { readonly digits?: number } =>
  isCountedRow(row) && Math.abs(value) < 10 ? { digits: 1 } : derivedDigits(value, row);

/** Writes the needed and the actual pace of a target, as a part of its sentence. */
export function writePaces(
  row: TargetRow,
  language: Language,
  overview: SecondaryCurrencyInput,
): readonly string[] {
  const t = reportLabels[language];
  const { basis, neededPerMonth, actual } = findNeededPace(row) ?? {};
  if (basis !== 'level' || neededPerMonth === undefined || actual === undefined) return [];
  const pace = (value: number): string => {
    const { text } = formatValue(value, row.unit, language, perMonthDigits(value, row));
    return addSecondary(text, value, row.unit, overview, language);
  };
  return [
    t[neededPerMonth < 0 ? 'paceFall' : 'pace'](pace(Math.abs(neededPerMonth)), pace(actual)),
  ];
}

/** Writes the forecast of a target, as parts of its sentence. @returns none without a forecast */
export function writeForecast(
  row: TargetRow,
  language: Language,
  overview: SecondaryCurrencyInput,
): readonly string[] {
  const { forecast } = row;
  if (forecast.kind !== 'range') return [];
  const like = row.target ?? row.now?.value ?? '0';
  const writeValue = (value: number): string => {
    const options = { like, ...derivedDigits(value, row) };
    const { text } = formatValue(value, row.unit, language, options);
    return addSecondary(text, value, row.unit, overview, language);
  };
  const hasPlan = againstPlan(row, language).plan !== undefined;
  return [
    hasPlan ? '' : (outcomeText(row, language)?.long ?? ''),
    reportLabels[language].forecast(
      writeValue(forecast.p10),
      writeValue(forecast.p90),
      onDay(forecast.at, language),
    ),
    forecast.further ? furtherTerm[language] : '',
  ].filter((part) => part !== '');
}
