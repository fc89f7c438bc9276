import { fitTemplate, listOfferedTemplates } from '#domain/zone/templates/template-use.ts';
import type { ChangeDraft } from '#web/features/setup/draft.ts';
import { setupLabels } from '#web/features/setup/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import type { SetupRow } from './rows.ts';
import * as setupStyles from '#web/features/setup/setup.module.css';

const listTemplates = (currency: string) =>
  listOfferedTemplates(currency).map((template) => fitTemplate(template, currency));

/** The usual indicators to tick, as a zone with the currency has them. */
export function Templates({
  rows,
  currency,
  change,
}: {
  readonly rows: readonly SetupRow[];
  readonly currency: string;
  readonly change: ChangeDraft;
}) {
  const t = useLabels(setupLabels);
  const language = useLanguage();
  const isTicked = (id: string): boolean =>
    rows.some(({ template }) => template.indicator.id === id);
  return (
    <fieldset className={setupStyles.templates}>
      <legend>{t('targets_lead')}</legend>
      {listTemplates(currency).map(({ id, name, definition }) => (
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
