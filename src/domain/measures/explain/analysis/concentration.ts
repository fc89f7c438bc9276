import type { Concentration } from '#domain/analysis/concentration.ts';
import { findSum } from '#domain/analysis/cell.ts';
import { compact } from '#domain/values/compact.ts';
import { compareDecimal, divideDecimal, toNumber } from '#domain/values/decimal.ts';
import { formatNumber, formatPercent, formatValue } from '#domain/values/format.ts';
import type { Text } from '#domain/values/language.ts';
import { sameWords } from '#domain/values/term.ts';
import { analysisTerms } from './labels/index.ts';
import type { DayExplanation, ExplainedPart } from '#domain/measures/explanation.ts';
import { absences, inAll, leftOut, reasons } from '#domain/measures/explain/texts.ts';
import { type CellSubject, cellRows } from './breakdown.ts';
import { nameGroup } from './group-names.ts';

/** Whether the parts are groups or single projects. */
export type Among = 'groups' | 'projects';
export type ConcentrationMeasure =
  | 'largest_share'
  | 'largest_three'
  | 'effective_number'
  | 'hhi'
  | 'hhi_normalised';

const percent = (value: string): Text =>
  inAll((language) => formatPercent(toNumber(value), language, 1));
const number = (value: string, digits: number): Text =>
  inAll((language) => formatNumber(value, language, digits));

interface FormattedFigure {
  readonly value: string | undefined;
  readonly unit: string;
  readonly text: (value: string) => Text;
}
const formats: Readonly<Record<ConcentrationMeasure, (of: Concentration) => FormattedFigure>> = {
  largest_share: ({ top }) => ({ value: top, unit: 'ratio', text: percent }),
  largest_three: ({ cr3 }) => ({ value: cr3, unit: 'ratio', text: percent }),
  effective_number: ({ effective }) => ({
    value: effective,
    unit: '',
    text: (value) => number(value, 1),
  }),
  hhi: ({ hhi }) => ({ value: hhi, unit: '', text: (value) => number(value, 0) }),
  hhi_normalised: ({ normalised }) => ({
    value: normalised,
    unit: '',
    text: (value) => number(value, 3),
  }),
};

/** The formula with the numbers of the day. */
function fill(measure: ConcentrationMeasure, { hhi, n }: Concentration, text: Text): Text {
  const squares = divideDecimal(hhi, '10000', 6);
  return inAll((language) => {
    const result = ` = ${text[language]}`;
    const [s, nth] = [formatNumber(squares, language, 4), formatNumber(String(1 / n), language, 4)];
    if (measure === 'effective_number') return `1 ÷ ${s}${result}`;
    if (measure === 'hhi') return `${s} × ${formatNumber('10000', language, 0)}${result}`;
    return measure === 'hhi_normalised'
      ? `(${s} − ${nth}) ÷ (1 − ${nth})${result}`
      : text[language];
  });
}

/** Lists the groups and their shares, the largest first. */
function groupParts({ breakdown, names }: CellSubject, unit: string): ExplainedPart[] {
  const { by, groups } = breakdown;
  return groups
    .flatMap(({ key, total }) => {
      const value = findSum(total, unit)?.value;
      return key === undefined || key === '' || value === undefined ? [] : [{ key, value }];
    })
    .filter(({ value }) => compareDecimal(value, '0') > 0)
    .toSorted((a, b) => compareDecimal(b.value, a.value))
    .slice(0, 8)
    .map(({ key, value }) => ({
      name: nameGroup(by, { key }, names),
      text: inAll((language) => formatValue(value, unit, language).text),
    }));
}

/** Explains how much of a sum its largest groups or projects hold. */
export function explainConcentration(
  subject: CellSubject,
  measure: ConcentrationMeasure,
  among: Among,
): DayExplanation {
  const { breakdown, sources, data_status } = subject;
  const unit = subject.unit ?? breakdown.units[0] ?? '';
  const concentration = breakdown.concentration[unit]?.[among];
  const rows = cellRows({ ...subject, group: {}, part: {} }, { unit });
  const base = { sources, data_status, rows };
  const {
    value,
    text: write,
    unit: own,
  } = concentration === undefined
    ? { value: undefined, text: sameWords, unit: '' }
    : formats[measure](concentration);
  if (concentration === undefined || value === undefined)
    return { ...base, absent: absences.too_few_parts };
  const text = write(value);
  return {
    ...base,
    subject: among === 'projects' ? analysisTerms.among.projects : analysisTerms.among.groups,
    text,
    exact: [{ value, unit: own }],
    ...compact({
      filled:
        measure === 'largest_share' || measure === 'largest_three'
          ? undefined
          : fill(measure, concentration, text),
    }),
    parts: [
      { name: analysisTerms.parts.entities, text: number(String(concentration.n), 0) },
      ...(among === 'groups' ? groupParts(subject, unit) : []),
    ],
    left_out: leftOut(reasons.unknown, breakdown.total.total.undisclosed),
  };
}
