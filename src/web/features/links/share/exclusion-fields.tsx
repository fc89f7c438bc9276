import { compact } from '#domain/values/compact.ts';
import type { SharedPage } from '#contract/links/constants.ts';
import { shareLabels } from '#web/features/links/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Checkbox, Field } from '#web/ui/controls/field.tsx';
import { partsOfPage, type ShareForm } from './share-form.ts';
import * as shareStyles from './share.module.css';

export interface FieldsProps {
  readonly form: ShareForm;
  readonly onChange: (to: Partial<ShareForm>) => void;
}
/** Excluded codes that belong to no project. */
export interface UnknownCodes {
  readonly unknownCodes: readonly string[];
}
/** Sections that are empty without project names. */
const namedSections = ['established', 'milestones'];

/** The sections, fields and projects that a link excludes. */
export function DetailFields({
  form,
  onChange,
  unknownCodes,
  page,
}: FieldsProps & UnknownCodes & { readonly page: SharedPage }) {
  const t = useLabels(shareLabels);
  const sections = partsOfPage[page].filter((section) => {
    if (namedSections.includes(section)) return form.preset !== 'totals';
    return section !== 'industries' || page === 'projects' || form.preset === 'full';
  });
  return (
    <details className={shareStyles.details} open={unknownCodes.length > 0 || undefined}>
      <summary>{t('more')}</summary>
      <fieldset>
        <legend>{t('sections')}</legend>
        {sections.map((section) => (
          <Checkbox
            key={section}
            label={t(section)}
            checked={!form.hidden.includes(section)}
            onChange={(event) =>
              onChange({
                hidden: event.target.checked
                  ? form.hidden.filter((other) => other !== section)
                  : [...form.hidden, section],
              })
            }
          />
        ))}
        <Checkbox
          label={t('amounts')}
          checked={form.amounts}
          onChange={(event) => onChange({ amounts: event.target.checked })}
        />
        {form.preset === 'totals' ? null : (
          <Checkbox
            label={t('unregistered')}
            hint={t('unregistered_hint')}
            checked={form.unregistered}
            onChange={(event) => onChange({ unregistered: event.target.checked })}
          />
        )}
      </fieldset>
      <Field
        label={t('without')}
        hint={t('without_hint')}
        value={form.without}
        onChange={(event) => onChange({ without: event.target.value })}
        maxLength={4000}
        {...compact({
          error:
            unknownCodes.length === 0
              ? undefined
              : t('without_unknown', { codes: unknownCodes.join(', ') }),
        })}
      />
    </details>
  );
}
