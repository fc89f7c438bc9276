import { targetKey } from '#domain/zone/indicator.ts';
import type { ReportBlock, ReportInput } from '#domain/report/report.ts';
import { compareDecimal, subtractDecimal } from '#domain/values/decimal.ts';
import { formatValue } from '#domain/values/format.ts';
import { reportLabels } from '#report/labels/index.ts';
import { dropEmptyColumns } from './limited-tables.ts';

/**
 * Makes the table of targets that are divided among units or function zones: a row for each part,
 * and one for what is not assigned yet. Empty without a divided target.
 */
export function splitBlocks({ overview, profile, language }: ReportInput): readonly ReportBlock[] {
  const t = reportLabels[language];
  const rows = overview.targets.flatMap((row) => {
    const target = profile.targets.find((one) => targetKey(one) === targetKey(row));
    const { value: whole, split } = target ?? {};
    if (whole === undefined || split === undefined) return [];
    const write = (value: string): string =>
      formatValue(value, row.unit, language, { like: whole }).text;
    const rest = split.parts.reduce((left, { value }) => subtractDecimal(left, value), whole);
    return [
      ...split.parts.map(({ name, value, owner }) => [
        row.name[language],
        name,
        write(value),
        owner ?? t.unassigned,
      ]),
      ...(compareDecimal(rest, '0') > 0
        ? [[row.name[language], t.splitRest, write(rest), '—']]
        : []),
    ];
  });
  if (rows.length === 0) return [];
  const columns = t.splitColumns.map((label, at) => ({ label, right: at === 2 }));
  return [{ kind: 'table', caption: t.splitCaption, table: dropEmptyColumns({ columns, rows }) }];
}
