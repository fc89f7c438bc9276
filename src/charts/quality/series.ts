import { keepResults } from '#charts/kit/keep-results.ts';
import type { FigureOf } from '#charts/kit/table.ts';
import { numberText } from '#charts/kit/text/units.ts';
import {
  type Completeness,
  fieldGroups,
  type FieldQuality,
  type OwnerQuality,
} from '#domain/analysis/completeness.ts';
import { measureTerms, projectFieldTerms } from '#domain/labels/index.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { FactField } from '#domain/projects/fields.ts';
import type { Measure, MilestoneType } from '#domain/projects/project.ts';
import { compact } from '#domain/values/compact.ts';
import type { Language } from '#domain/values/language.ts';
import { term } from '#domain/values/term.ts';
import { qualityLabels } from './labels/index.ts';

/** The rows that a reader can choose: fields of one kind, or owners. */
export const qualityGroups = [...fieldGroups, 'owner'] as const;
export type QualityGroup = (typeof qualityGroups)[number];
/** Reads the grouping of the chart from its option. Unknown text means the figures. */
export const findQualityGroup = (by: string | undefined): QualityGroup =>
  qualityGroups.find((one) => one === by) ?? 'figures';

export interface QualityRow {
  readonly id: string;
  readonly name: string;
  readonly share: number;
  readonly filled: string;
  readonly missing: string;
  readonly isMissing: boolean;
  readonly narrow: string;
  readonly empty: boolean;
  /** Shares of fresh, ageing and old records among those with a day. */
  readonly ages?: readonly [number, number, number];
  readonly ageTexts: readonly string[];
  readonly oldest?: string;
  /** The subject of its figures. */
  readonly of: FigureOf;
}
export interface QualitySeries {
  readonly words: {
    readonly complete: string;
    readonly filled: string;
    readonly missing: string;
    readonly age: string;
    readonly oldest: string;
    readonly noValue: string;
  };
  readonly ageNames: readonly [string, string, string];
  readonly rows: readonly QualityRow[];
  /** Whether any row states the age of an update; without one there is no panel of ages. */
  readonly hasAges: boolean;
}

/** The number of drawn rows; the table has all. */
export const drawnRows = 10;

/** The name of a field, as on the page of a project. */
export function fieldName(field: FactField, language: Language): string {
  const [group, name = '', date = ''] = field.split('.');
  if (group === 'amounts') return measureTerms[name as Measure][language];
  if (group !== 'milestones') return term(projectFieldTerms, field, language);
  const { dates, doneDates } = qualityLabels[language];
  return (date === 'actual' ? doneDates : dates)[name as MilestoneType];
}

/** Writes the owner of a row, or that its projects have none. */
export const ownerName = ({ owner }: OwnerQuality, language: Language): string =>
  owner ?? qualityLabels[language].noOwner;

/** The rows of a group, the worst first. */
export function makeQualityRows(
  { completeness }: Overview,
  group: QualityGroup,
): readonly (FieldQuality | OwnerQuality)[] {
  if (completeness === undefined) return [];
  return group === 'owner'
    ? (completeness.owners ?? [])
    : completeness.fields.filter((one) => one.group === group);
}

/** Writes the name of a row: of a field or of an owner. */
export const rowName = (row: FieldQuality | OwnerQuality, language: Language): string =>
  'field' in row ? fieldName(row.field, language) : ownerName(row, language);

/** The subject of the figures of a field or of an owner. */
export const qualityOf = (row: FieldQuality | OwnerQuality): FigureOf =>
  'field' in row ? { field: row.field } : { by: 'owner', key: row.owner ?? '' };

const readAges = ({ ages }: Pick<Completeness, 'ages'>): QualityRow['ages'] => {
  const { fresh, ageing, old } = ages;
  const countWithDate = fresh + ageing + old;
  return countWithDate === 0
    ? undefined
    : [fresh / countWithDate, ageing / countWithDate, old / countWithDate];
};

function makeRow(row: FieldQuality | OwnerQuality, language: Language): QualityRow {
  const text = qualityLabels[language];
  const { applicable, filled, missing, ages, oldest_days } = row;
  const of = `${numberText(filled, 0)}/${numberText(applicable, 0)}`;
  const { fresh, ageing, old, unknown } = ages;
  return {
    id: 'field' in row ? row.field : (row.owner ?? ''),
    name: rowName(row, language),
    of: qualityOf(row),
    share: applicable === 0 ? 0 : filled / applicable,
    filled: of,
    missing: numberText(missing, 0),
    isMissing: missing > 0,
    narrow: text.narrow(of, numberText(missing, 0)),
    empty: filled === 0,
    ageTexts: [
      ...(
        [
          ['fresh', fresh],
          ['ageing', ageing],
          ['old', old],
          ['unknown', unknown],
        ] as const
      ).flatMap(([kind, count]) =>
        count === 0 ? [] : [`${text.ages[kind]} ${numberText(count, 0)}`],
      ),
    ],
    ...compact({
      ages: readAges(row),
      oldest: oldest_days === undefined ? undefined : text.days(numberText(oldest_days, 0)),
    }),
  };
}

/** Completeness and freshness by field or by owner. */
export const qualitySeries = keepResults(
  (overview: Overview, group: QualityGroup, language: Language): QualitySeries => {
    const text = qualityLabels[language];
    const { fresh, ageing, old } = text.ages;
    const rows = makeQualityRows(overview, group)
      .slice(0, drawnRows)
      .map((row) => makeRow(row, language));
    return {
      words: { ...text.heads, noValue: text.noValue },
      ageNames: [fresh, ageing, old],
      rows,
      hasAges: rows.some(({ ages }) => ages !== undefined),
    };
  },
);
