import { indicatorTemplates } from '#domain/zone/indicator-templates.ts';
import type { ChangeDraft } from '#web/features/setup/draft.ts';
import { setupLabels } from '#web/features/setup/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import type { SetupRow } from './rows.ts';
import * as setupStyles from '#web/features/setup/setup.module.css';

/** The usual indicators to tick. */
export function Templates({
  rows,
  change,
}: {
  readonly rows: readonly SetupRow[];
  readonly change: ChangeDraft;
}) {
  const t = useLabels(setupLabels);
  const language = useLanguage();
  const isTicked = (id: string): boolean =>
    rows.some(({ template }) => template.indicator.id === id);
  return (
    <fieldset className={setupStyles.templates}>
      <legend>{t('targets_lead')}</legend>
      {indicatorTemplates.map(({ indicator: { id, name, definition } }) => (
        <label key={id} title={definition[language]}>
          <input
            type="checkbox"
            checked={isTicked(id)}
            onChange={({ target }) =>
              change((now) => ({
                ...now,
                skipped: now.skipped.filter((one) => one !== 'targets'),
                rows: { ...now.rows, [id]: target.checked ? {} : null },
              }))
            }
          />
          {name[language]}
        </label>
      ))}
    </fieldset>
  );
}
