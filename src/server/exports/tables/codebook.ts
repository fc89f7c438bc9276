import { declaredMeasures } from '#domain/measures/declarations.ts';
import { measureIds } from '#domain/measures/measure-id.ts';
import { measureUnitTerms } from '#domain/measures/labels/index.ts';
import { unitLabel } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import type { FileColumn, FileRow, ReadyTable } from './table.ts';
import { registerTableLabels as w } from './labels/index.ts';

const findUnit = ({ unit, unit_in }: FileColumn, language: Language): string | null =>
  unit !== undefined ? unitLabel(unit, language) : (unit_in ?? null);

/** Makes the rows of the declared measures, with formula, counted and excluded projects. */
const measureRows = (language: Language): FileRow[] =>
  measureIds.map((id) => {
    const { name, unit, formula, counts, leaves_out } = declaredMeasures[id];
    const sentences = [formula, counts, leaves_out].map((text) => text[language]);
    return [
      'measure',
      id,
      name[language],
      null,
      measureUnitTerms[unit][language],
      sentences.join(language === 'en' ? '. ' : '。'),
    ];
  });

/**
 * Makes the table of definitions: the measures, the indicators of the zone, then each column of
 * each table.
 */
export function codebookTable(
  tables: readonly Pick<ReadyTable, 'id' | 'columns'>[],
  profile: ZoneProfile,
  language: Language,
): ReadyTable {
  const indicators = profile.indicators.map(
    (i): FileRow => [
      'indicator',
      i.id,
      i.name[language],
      i.kind,
      unitLabel(i.unit, language),
      i.definition[language],
    ],
  );
  const columns = tables.flatMap(({ id, columns: all }) =>
    all.map(
      (c): FileRow => [
        id,
        c.id,
        c.label[language],
        c.kind,
        findUnit(c, language),
        c.definition?.[language] ?? null,
      ],
    ),
  );
  return {
    id: 'codebook',
    title: w.codebook,
    columns: [
      { id: 'table', label: w.table, kind: 'text' },
      { id: 'field', label: w.field, kind: 'text' },
      { id: 'label', label: w.label, kind: 'text' },
      { id: 'type', label: w.type, kind: 'text' },
      { id: 'unit', label: w.unit, kind: 'text' },
      { id: 'definition', label: w.definition, kind: 'text' },
    ],
    rows: [...measureRows(language), ...indicators, ...columns],
  };
}
