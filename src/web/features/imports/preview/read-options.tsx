import type { ImportPreview } from '#contract/imports/preview-schemas.ts';
import { importPageLabels, previewLabels } from '#web/features/imports/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { SelectField } from '#web/ui/controls/field.tsx';
import type { Importing } from '#web/features/imports/use-import.ts';
import * as importsStyles from '#web/features/imports/imports.module.css';

/** The sheet, table, kind and encoding of the file, which the reader can change. */
export function ReadAs({
  importing,
  preview,
}: {
  readonly importing: Importing;
  readonly preview: ImportPreview;
}) {
  const t = useLabels(importPageLabels);
  const previewText = useLabels(previewLabels);
  const { sheets, sheet = '', encodings, encoding = '' } = preview;
  const options = (values: readonly string[]) =>
    values.map((value) => (
      <option key={value} value={value}>
        {value}
      </option>
    ));
  const here = preview.tables.filter((table) => table.sheet === preview.sheet);
  return (
    <div className={importsStyles.readOptions} role="group" aria-label={t('read_as')}>
      {sheets.length < 2 ? null : (
        <SelectField
          label={previewText('q_sheet')}
          value={sheet}
          onChange={(event) => void importing.answer('sheet', event.target.value)}
        >
          {options(sheets)}
        </SelectField>
      )}
      {here.length < 2 ? null : (
        <SelectField
          label={previewText('q_table')}
          value={preview.table}
          onChange={(event) => void importing.answer('table', event.target.value)}
        >
          {here.map(({ id, kind, row, rows }) => (
            <option key={id} value={id}>
              {t('table_of', { kind: t(`kind_${kind}`), row, n: rows })}
            </option>
          ))}
        </SelectField>
      )}
      <SelectField
        label={t('kind_label')}
        value={preview.kind}
        onChange={(event) => void importing.answer('read_as', event.target.value)}
      >
        {(['projects', 'observations'] as const).map((kind) => (
          <option key={kind} value={kind}>
            {t(`kind_${kind}`)}
          </option>
        ))}
      </SelectField>
      {encodings.length === 0 ? null : (
        <SelectField
          label={previewText('q_encoding')}
          value={encoding}
          onChange={(event) => void importing.answer('encoding', event.target.value)}
        >
          {options(encodings)}
        </SelectField>
      )}
    </div>
  );
}
