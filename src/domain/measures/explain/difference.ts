import type { Versus } from '#domain/analysis/versus.ts';
import { type FilterNames, nameFilterValue } from '#domain/labels/projects/filter-value.ts';
import { scaleByTen, subtractDecimal } from '#domain/values/decimal.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { formatDate, formatNumber, formatValue } from '#domain/values/format.ts';
import { listMark, type Text } from '#domain/values/language.ts';
import { explainTerms } from './labels/index.ts';
import type { DayExplanation, ExactValue } from '#domain/measures/explanation.ts';
import { compact } from '#domain/values/compact.ts';
import { absences, inAll } from './texts.ts';

const allProjects = explainTerms.all_projects;

/** Names the two sides of a comparison: two days, or the projects of two groups. */
export function nameSides(
  versus: Versus,
  as_of: IsoDate,
  base: readonly string[],
  names: FilterNames,
): readonly [Text, Text] {
  if (versus.kind === 'day') {
    const day = (date: IsoDate) => inAll((language) => formatDate(date, language, 'long'));
    return [day(as_of), day(versus.day)];
  }
  const group = (values: readonly string[]) =>
    values.length === 0
      ? allProjects
      : inAll((language) =>
          values
            .map((value) => nameFilterValue(versus.field, value, names, language))
            .join(listMark(language)),
        );
  return [group(base), group(versus.values)];
}

/** Writes a difference; a difference of shares is in points. */
const writeDifference = ({ value, unit }: ExactValue): Text =>
  inAll((language) =>
    unit === 'ratio'
      ? formatValue(scaleByTen(value, 2), 'points', language, { digits: 1, signed: true }).text
      : unit === ''
        ? formatNumber(value, language, 3, true)
        : formatValue(value, unit, language, { signed: true }).text,
  );

/** Explains the first side of a comparison minus the second. */
export function explainDifference(
  first: DayExplanation,
  second: DayExplanation,
  [a, b]: readonly [Text, Text],
): DayExplanation {
  const own = first.exact?.[0];
  const other = second.exact?.find(({ unit }) => unit === own?.unit);
  const subject = inAll((language) => `${a[language]} − ${b[language]}`);
  const base = {
    subject:
      first.subject === undefined
        ? subject
        : inAll((language) => `${first.subject?.[language] ?? ''} · ${subject[language]}`),
    parts: [
      { name: a, text: first.text ?? first.absent ?? absences.unknown },
      { name: b, text: second.text ?? second.absent ?? absences.unknown },
    ],
    ...compact({ sources: first.sources }),
    data_status: first.data_status,
    rows: { kind: 'none' as const },
  };
  if (own === undefined || other === undefined) return { ...base, absent: absences.unknown };
  const exact = { value: subtractDecimal(own.value, other.value), unit: own.unit };
  const text = writeDifference(exact);
  return {
    ...base,
    text,
    exact: [exact],
    filled: inAll(
      (language) =>
        `${first.text?.[language] ?? ''} − ${second.text?.[language] ?? ''} = ${text[language]}`,
    ),
  };
}
