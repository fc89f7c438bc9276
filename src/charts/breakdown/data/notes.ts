import { breakdownWords } from '#charts/breakdown/labels/index.ts';
import { frameWords } from '#charts/kit/labels/index.ts';
import { type Breakdown, isRatio } from '#domain/analysis/breakdown.ts';
import { type CellSum, findSum } from '#domain/analysis/cell.ts';
import type { Concentration } from '#domain/analysis/concentration.ts';
import { statusTerms, term } from '#domain/labels/index.ts';
import { toNumber } from '#domain/values/decimal.ts';
import { formatCount, formatNumber, formatPercent, formatValue } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';

/** Projects outside, by their status. */
export function leftOutNotes(
  left_out: Breakdown['left_out'],
  language: Language,
): readonly string[] {
  const { list } = frameWords[language];
  const parts = Object.entries(left_out).map(
    ([status, count]) => `${term(statusTerms, status, language)} ${formatCount(count, language)}`,
  );
  return parts.length === 0 ? [] : [breakdownWords[language].leftOut(parts.join(list))];
}

function concentrationText(
  { n, top, cr3, hhi, effective, normalised }: Concentration,
  of: string,
  language: Language,
): string {
  const words = breakdownWords[language].concentration;
  const percent = (share: string): string => formatPercent(toNumber(share), language, 1);
  const parts = [
    words.top(percent(top)),
    ...(cr3 === undefined || n < 3 ? [] : [words.cr3(percent(cr3))]),
    words.effective(formatNumber(effective, language, 1)),
    words.hhi(formatNumber(hhi, language, 0)),
    ...(normalised === undefined ? [] : [words.normalised(formatNumber(normalised, language, 3))]),
  ];
  return words.text(of, parts.join(frameWords[language].list));
}

/** How much of each sum the largest groups and projects hold; nothing under three of them. */
function concentrationNotes({ concentration, by, units }: Breakdown, language: Language): string[] {
  const words = breakdownWords[language];
  return units.flatMap((unit) => {
    const { groups, projects } = concentration[unit] ?? {};
    const currency = units.length > 1 ? frameWords[language].brackets(unit) : '';
    return [
      ...(groups === undefined || groups.n < 3
        ? []
        : [
            concentrationText(
              groups,
              words.concentration.groups(formatCount(groups.n, language), words.keys[by]) +
                currency,
              language,
            ),
          ]),
      ...(projects === undefined || projects.n < 3
        ? []
        : [
            concentrationText(
              projects,
              words.concentration.projects(formatCount(projects.n, language)) + currency,
              language,
            ),
          ]),
    ];
  });
}

/** What a ratio divides by, and how many projects state both. */
function ratioNotes({ measure, units, total }: Breakdown, language: Language): string[] {
  if (!isRatio(measure)) return [];
  const words = breakdownWords[language];
  const all = formatCount(total.total.count, language);
  return units.flatMap((unit) => {
    const sum: CellSum | undefined = findSum(total.total, unit);
    if (sum === undefined) return [];
    const count = formatCount(sum.count, language);
    return measure === 'jobs_per_100m'
      ? [words.both(count, all)]
      : [words.area(formatValue(sum.base ?? '0', 'mu', language).text, count, all)];
  });
}

/** The notes under a breakdown. */
export const breakdownNotes = (breakdown: Breakdown, language: Language): readonly string[] => [
  ...ratioNotes(breakdown, language),
  ...(breakdown.units.length > 1 ? [breakdownWords[language].currencies] : []),
  ...concentrationNotes(breakdown, language),
  ...leftOutNotes(breakdown.left_out, language),
];
