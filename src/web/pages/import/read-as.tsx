import type { ImportPreview } from '#contract/imports.ts';
import { importText } from '#web/i18n/import/text.ts';
import { useText } from '#web/i18n/text.ts';
import { SelectField } from '#web/ui/field.tsx';
import type { Importing } from './use-import.ts';

/** Sheet and encoding that the file is read by: guessed, shown, and changed here. */
export function ReadAs({ importing, preview }: { readonly importing: Importing; readonly preview: ImportPreview }) {
  const t = useText(importText);
  const { sheets, sheet = '', encodings, encoding = '' } = preview;
  const options = (values: readonly string[]) =>
    values.map((value) => (
      <option key={value} value={value}>
        {value}
      </option>
    ));
  if (sheets.length < 2 && encodings.length === 0) return null;
  return (
    <div className="iread" role="group" aria-label={t('read_as')}>
      {sheets.length < 2 ? null : (
        <SelectField label={t('sheet_label')} value={sheet} onChange={(event) => void importing.answer('sheet', event.target.value)}>
          {options(sheets)}
        </SelectField>
      )}
      {encodings.length === 0 ? null : (
        <SelectField
          label={t('encoding_label')}
          value={encoding}
          onChange={(event) => void importing.answer('encoding', event.target.value)}
        >
          {options(encodings)}
        </SelectField>
      )}
    </div>
  );
}
