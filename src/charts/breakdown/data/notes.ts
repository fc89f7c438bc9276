import { breakdownLabels } from '#charts/breakdown/labels/index.ts';
import { nameGroupsInText } from './names.ts';
import type { NoteFigure } from '#charts/kit/definition.ts';
import { type FiguredNote, splitNotes } from '#charts/kit/text/figured-notes.ts';
import type { FigureOf } from '#charts/kit/table.ts';
import type { MeasureId } from '#domain/measures/measure-id.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import { type Breakdown, isRatio } from '#domain/analysis/breakdown.ts';
import type { Heading } from '#domain/analysis/headings.ts';
import { isColumnKey, readColumnKey } from '#domain/projects/fields/own-column.ts';
import { type CellSum, findSum } from '#domain/analysis/cell.ts';
import type { Concentration } from '#domain/analysis/concentration.ts';
import { statusTerms, term } from '#domain/labels/index.ts';
import { toNumber } from '#domain/values/decimal.ts';
import { currencyLabel } from '#domain/values/currency/currency-units.ts';
import { formatCount, formatNumber, formatPercent, formatValue } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';

/** Notes on projects that are not counted, by their status. */
export function leftOutNotes(
  left_out: Breakdown['left_out'],
  of: FigureOf,
  language: Language,
): readonly FiguredNote[] {
  const { list } = kitLabels[language];
  const figures = Object.entries(left_out).map(
    ([status, count]): NoteFigure => ({
      text: `${term(statusTerms, status, language)} ${formatCount(count, language)}`,
      measure: 'outside_projects',
      of: { ...of, key: status },
    }),
  );
  const parts = figures.map(({ text }) => text).join(list);
  return figures.length === 0 ? [] : [{ text: breakdownLabels[language].leftOut(parts), figures }];
}

function concentrationNote(
  { n, top, cr3, hhi, effective, normalised }: Concentration,
  of: string,
  figureOf: FigureOf,
  language: Language,
): FiguredNote {
  const words = breakdownLabels[language].concentration;
  const percent = (share: string): string => formatPercent(toNumber(share), language, 1);
  const figure = (measure: MeasureId, text: string): NoteFigure => ({
    measure,
    of: figureOf,
    text,
  });
  const figures = [
    figure('largest_share', words.top(percent(top))),
    ...(cr3 === undefined || n < 3 ? [] : [figure('largest_three', words.cr3(percent(cr3)))]),
    figure('effective_number', words.effective(formatNumber(effective, language, 1))),
    figure('hhi', words.hhi(formatNumber(hhi, language, 0))),
    ...(normalised === undefined
      ? []
      : [figure('hhi_normalised', words.normalised(formatNumber(normalised, language, 3)))]),
  ];
  const texts = figures.map(({ text }) => text);
  return { text: words.text(of, texts.join(kitLabels[language].list)), figures };
}

/** Notes on the share of the largest groups and projects in some units; none under three of them. */
function concentrationNotes(
  { concentration, by, units, measure, stack, groups: ofBreakdown }: Breakdown,
  visibleKeys: readonly string[],
  language: Language,
): FiguredNote[] {
  const words = breakdownLabels[language];
  const figureOf = (unit: string, among: string): FigureOf => ({
    counted: measure,
    by,
    stack,
    in: unit,
    among,
  });
  // the title takes its shares of all, and the concentration its shares of the stated groups
  const hasUnstated = (unit: string): boolean =>
    ofBreakdown.some(({ key, total }) => key === '' && findSum(total, unit) !== undefined);
  return visibleKeys.flatMap((unit) => {
    const { groups, projects } = concentration[unit] ?? {};
    const currency =
      units.length > 1 ? kitLabels[language].brackets(currencyLabel(unit, language)) : '';
    return [
      ...(groups === undefined || groups.n < 3
        ? []
        : [
            concentrationNote(
              groups,
              words.concentration[hasUnstated(unit) ? 'statedGroups' : 'groups'](
                formatCount(groups.n, language),
                nameGroupsInText({ measure, by }, language),
              ) + currency,
              figureOf(unit, 'groups'),
              language,
            ),
          ]),
      ...(projects === undefined || projects.n < 3
        ? []
        : [
            concentrationNote(
              projects,
              words.concentration.projects(formatCount(projects.n, language)) + currency,
              figureOf(unit, 'projects'),
              language,
            ),
          ]),
    ];
  });
}

/** A note where no project of a chart states the column by which it groups them. */
export function columnNotes(
  { by, groups }: Pick<Breakdown, 'by'> & { readonly groups: readonly Heading[] },
  language: Language,
): readonly FiguredNote[] {
  const isStated = groups.some(({ key }) => key !== '');
  return !isColumnKey(by) || isStated || groups.length === 0
    ? []
    : [{ text: breakdownLabels[language].noText(readColumnKey(by)) }];
}

/** Notes on the divisor of a ratio, and on how many projects state both facts. */
function ratioNotes({ measure, units, total, by }: Breakdown, language: Language): FiguredNote[] {
  if (!isRatio(measure)) return [];
  const words = breakdownLabels[language];
  const all = formatCount(total.total.count, language);
  return units.flatMap((unit) => {
    const sum: CellSum | undefined = findSum(total.total, unit);
    if (sum === undefined) return [];
    const count = formatCount(sum.count, language);
    const knownFigure: NoteFigure = {
      measure: 'group_known',
      text: count,
      of: { counted: measure, by, in: unit },
    };
    const area = formatValue(sum.base ?? '0', 'mu', language).text;
    if (measure === 'fdi_realised')
      return [{ text: words.bothCapital(count, all), figures: [knownFigure] }];
    return measure === 'jobs_per_100m'
      ? [{ text: words.both(count, all), figures: [knownFigure] }]
      : [
          {
            text: words.area(area, count, all),
            figures: [
              knownFigure,
              {
                measure: 'ratio_part',
                text: area,
                of: { counted: measure, by, in: unit, fact_of: 'base' },
              },
            ],
          },
        ];
  });
}

/** Writes how many projects disclose the measure. @returns undefined where all do */
export function writeDisclosed(
  { measure, total: { total } }: Breakdown,
  language: Language,
): string | undefined {
  const { count, undisclosed } = total;
  return undisclosed === 0 || isRatio(measure)
    ? undefined
    : breakdownLabels[language].disclosed(
        formatCount(count - undisclosed, language),
        formatCount(count, language),
      );
}

const listDisclosed = (breakdown: Breakdown, language: Language): readonly FiguredNote[] =>
  [writeDisclosed(breakdown, language)].flatMap((text) => (text === undefined ? [] : [{ text }]));

/**
 * The notes under a breakdown, with the figures that they state. Beside another breakdown they state
 * the concentration in the first currency only.
 */
export const breakdownNotes = (breakdown: Breakdown, isBeside: boolean, language: Language) =>
  splitNotes([
    ...(isBeside ? listDisclosed(breakdown, language) : []),
    ...columnNotes(breakdown, language),
    ...ratioNotes(breakdown, language),
    ...(breakdown.units.length > 1 ? [{ text: breakdownLabels[language].currencies }] : []),
    ...concentrationNotes(
      breakdown,
      isBeside ? breakdown.units.slice(0, 1) : breakdown.units,
      language,
    ),
    ...leftOutNotes(breakdown.left_out, { counted: breakdown.measure, by: breakdown.by }, language),
  ]);
