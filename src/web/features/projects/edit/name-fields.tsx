import type { ReactNode } from 'react';
import { nameFields, type FactField } from '#domain/projects/fields.ts';
import { projectLabels } from '#web/features/projects/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import * as formStyles from '#web/features/projects/project-forms.module.css';

/** The names of a project and its investor in other languages, folded until a person opens them. */
export function NameFields({ input }: { readonly input: (field: FactField) => ReactNode }) {
  const t = useLabels(projectLabels);
  return (
    <details className={formStyles.names}>
      <summary>{t('other_names')}</summary>
      <p>{t('other_names_hint')}</p>
      <fieldset aria-label={t('other_names')}>{nameFields.map(input)}</fieldset>
    </details>
  );
}
