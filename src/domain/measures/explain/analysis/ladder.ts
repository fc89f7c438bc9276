import type { LadderGroup, LadderRung, MoneyLadder } from '#domain/analysis/money-ladder.ts';
import type { FilterNames } from '#domain/labels/projects/filter-value.ts';
import { measureTerms } from '#domain/labels/projects/field.ts';
import type { DataStatus } from '#domain/values/data-status.ts';
import { compareDecimal, divideDecimal, toNumber } from '#domain/values/decimal.ts';
import { formatPercent, formatValue } from '#domain/values/format.ts';
import { compact } from '#domain/values/compact.ts';
import type { DayExplanation } from '#domain/measures/explanation.ts';
import type { Text } from '#domain/values/language.ts';
import type { Terms } from '#domain/values/term.ts';
import { analysisTerms } from './labels/index.ts';
import type { PairSide } from '#domain/measures/rows-input.ts';
import {
  stateCount,
  stateValue,
  absences,
  inAll,
  leftOut,
  reasons,
} from '#domain/measures/explain/texts.ts';
import { type GroupPlace, findHeading, findPlace, isWhole, nameGroup } from './group-names.ts';

/** A ladder and the requested group. */
export interface LadderSubject {
  readonly ladder: MoneyLadder;
  readonly group: GroupPlace;
  readonly unit?: string | undefined;
  readonly names: FilterNames;
  readonly data_status: DataStatus;
  readonly sources: NonNullable<DayExplanation['sources']>;
}

const unitOf = ({ unit, ladder }: LadderSubject): string => unit ?? ladder.units[0] ?? '';
const findRow = ({ ladder, group }: LadderSubject): LadderGroup | undefined =>
  isWhole(group) ? ladder.total : ladder.groups[findHeading(ladder.groups, group)];

const common = ({ ladder, group, names, sources, data_status }: LadderSubject) => ({
  subject: nameGroup(ladder.by, group, names),
  sources,
  data_status,
});

const sideTerms: Terms<PairSide> = analysisTerms.pair_sides;
interface PairSubject {
  readonly of: LadderRung;
  readonly has: LadderRung;
}
function findPair(subject: LadderSubject, { of, has }: PairSubject) {
  const unit = unitOf(subject);
  return findRow(subject)?.pairs.find(
    (one) => one.of === of && one.has === has && one.unit === unit,
  );
}

/** Explains the later rung ÷ the earlier one, for the projects that state both. */
export function explainPair(subject: LadderSubject, selection: PairSubject): DayExplanation {
  const unit = unitOf(subject);
  const pair = findPair(subject, selection);
  const rows = pairRows(subject, selection);
  if (pair === undefined || compareDecimal(pair.base, '0') <= 0)
    return { ...common(subject), absent: absences.no_number, rows };
  const value = divideDecimal(pair.value, pair.base, 6);
  const text = inAll((language) => formatPercent(toNumber(value), language, 1));
  const money = (amount: string) => inAll((language) => formatValue(amount, unit, language).text);
  const [later, earlier] = [money(pair.value), money(pair.base)];
  return {
    ...common(subject),
    text,
    exact: [{ value, unit: 'ratio' }],
    filled: inAll((language) => `${later[language]} ÷ ${earlier[language]} = ${text[language]}`),
    parts: [
      { name: measureTerms[selection.has], text: later },
      { name: measureTerms[selection.of], text: earlier },
    ],
    left_out: leftOut(reasons.unknown, (findRow(subject)?.count ?? pair.count) - pair.count),
    rows,
  };
}

/** The projects that state two rungs; only those above or below where a side is requested. */
const pairRows = (
  subject: LadderSubject,
  selection: PairSubject,
  side?: PairSide,
): DayExplanation['rows'] => ({
  kind: 'pair',
  ...selection,
  by: subject.ladder.by,
  group: findPlace(subject.ladder.groups, subject.group),
  unit: unitOf(subject),
  ...compact({ side }),
});

/** Names the two rungs that are compared, and the side. */
const pairSubject = ({ of, has }: PairSubject, side?: PairSide): Text =>
  inAll((language) =>
    [
      `${measureTerms[has][language]} / ${measureTerms[of][language]}`,
      ...(side === undefined ? [] : [sideTerms[side][language]]),
    ].join(' · '),
  );

/** Explains how many projects state two rungs, or how many of them are above or below. */
export function explainPairProjects(
  subject: LadderSubject,
  selection: PairSubject,
  side?: PairSide,
): DayExplanation {
  const pair = findPair(subject, selection);
  const count = side === undefined ? 'count' : side === 'above' ? 'over' : 'short';
  return {
    ...common(subject),
    subject: pairSubject(selection, side),
    ...stateCount(pair?.[count], absences.no_number),
    rows: pairRows(subject, selection, side),
  };
}

/** Explains by how much the later rung is above or below the earlier one. */
export function explainPairDifference(
  subject: LadderSubject,
  selection: PairSubject,
  side: PairSide,
): DayExplanation {
  const pair = findPair(subject, selection);
  const value = side === 'above' ? pair?.excess : pair?.shortfall;
  const unit = unitOf(subject);
  return {
    ...common(subject),
    subject: pairSubject(selection, side),
    ...stateValue(value, unit, absences.no_number),
    rows: pairRows(subject, selection, side),
  };
}

/** Explains how many projects have completed more than was paid in. */
export function explainOver(subject: LadderSubject): DayExplanation {
  const selection = { of: 'paid_in', has: 'fai_done_total' } as const;
  const pair = findPair(subject, selection);
  return {
    ...common(subject),
    ...stateCount(pair?.over, absences.no_number),
    ...compact({
      left_out:
        pair === undefined
          ? undefined
          : leftOut(reasons.unknown, (findRow(subject)?.count ?? pair.count) - pair.count),
    }),
    rows: pairRows(subject, selection, 'above'),
  };
}
