import { writeDifference, writeOutlook, writeTargetValue } from '#charts/outlook/sentence.ts';
import type { TargetOutlook } from '#domain/outlook/outlook.ts';
import type { ReportBlock, ReportInput } from '#domain/report/report.ts';
import { writeFigureName } from '#domain/measures/figure-name.ts';
import type { MeasureId } from '#domain/measures/measure-id.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import { formatTarget } from '#domain/targets/format-target.ts';
import { formatCount } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { reportWords } from '#report/labels/index.ts';

/**
 * The rows of a target: today, with signed projects, with all projects, and what is missing even
 * then.
 */
function rowsOf(
  targets: readonly TargetOutlook[],
  language: Language,
): readonly (readonly string[])[] {
  return targets.flatMap(({ row, range }) => {
    if (range === undefined || row.target === undefined) return [];
    const value = (text: string | undefined): string =>
      text === undefined ? '—' : writeTargetValue(row, text, language);
    return [
      [
        row.name[language],
        formatTarget(row.comparator, row.target, row.unit, language),
        value(range.now),
        value(range.signed),
        value(range.ceiling),
        writeDifference(row, Number(range.missing) > 0 ? range.missing : '0', language),
        formatCount(range.unknown, language),
      ],
    ];
  });
}

/** The measures of the columns, in their order. */
const columnMeasures = [
  'target',
  'target_value',
  'outlook_signed',
  'outlook_ceiling',
  'outlook_missing',
  'outlook_unknown',
] as const satisfies readonly MeasureId[];

const figuresOf = (targets: readonly TargetOutlook[]): readonly (readonly (string | null)[])[] =>
  targets
    .filter(({ row, range }) => range !== undefined && row.target !== undefined)
    .map(({ row }) => [
      null,
      ...columnMeasures.map((measure) => writeFigureName(measure, { target: targetKey(row) })),
    ]);

/**
 * Makes the outlook section: a sentence on whether each target will be met, and a table of what the
 * registered projects add. Targets that are met or whose deadline has passed are left out.
 */
export function outlookBlocks({
  outlook,
  overview,
  language,
}: ReportInput): readonly ReportBlock[] {
  const t = reportWords[language];
  const open = (outlook?.targets ?? []).filter(
    ({ row, refused }) =>
      row.now !== undefined &&
      row.target !== undefined &&
      row.verdict !== 'met' &&
      refused !== 'deadline_passed',
  );
  if (open.length === 0) return [];
  const rows = rowsOf(open, language);
  return [
    { kind: 'list', items: open.map((one) => writeOutlook(one, language, overview.as_of)) },
    ...(rows.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            caption: t.outlookCaption,
            table: {
              columns: t.outlookColumns.map((label, i) => ({ label, right: i > 0 })),
              rows,
              figures: figuresOf(open),
            },
          },
          { kind: 'text' as const, note: true as const, text: t.outlookNote },
        ]),
  ];
}
