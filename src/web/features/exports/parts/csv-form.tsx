import { documentsLabels } from '#web/features/exports/labels/index.ts';
import { figureLabels } from '#web/figures/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { SegmentChoice } from '#web/ui/controls/segmented.tsx';
import * as textStyles from '#web/ui/text.module.css';
import * as exportsStyles from '#web/features/exports/exports.module.css';

export type CsvForm = 'excel' | 'programs';

interface CsvFormChoiceProps {
  readonly form: CsvForm;
  readonly onChange: (form: CsvForm) => void;
}

/** Chooses the CSV variant: for Excel or for programs. */
export function CsvFormChoice({ form, onChange }: CsvFormChoiceProps) {
  const t = useLabels(documentsLabels);
  const f = useLabels(figureLabels);
  return (
    <div className={exportsStyles.csvForm}>
      <SegmentChoice
        label={t('csv_form')}
        value={form}
        onChange={onChange}
        segments={[
          { value: 'excel', label: f('csv_excel') },
          { value: 'programs', label: f('csv_programs') },
        ]}
      />
      <p className={textStyles.quiet}>{t(form === 'excel' ? 'csv_excel' : 'csv_programs')}</p>
    </div>
  );
}
