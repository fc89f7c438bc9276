import { useState } from 'react';
import type { FactField } from '#domain/projects/fields.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { projectLabels } from '#web/features/projects/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { fieldLabel, valueText } from '#web/features/projects/facts/fact-labels.ts';
import { readClash, type Clash } from './use-save-project.ts';
import * as controlsStyles from '#web/ui/controls/controls.module.css';
import * as projectsStyles from '#web/features/projects/projects.module.css';
import * as formStyles from '#web/features/projects/project-forms.module.css';

/**
 * Each field that two editors changed, with the value before and both new values to choose from.
 */
export function MergeView({
  clash,
  profile,
  saving,
  onSettle,
}: {
  readonly clash: Clash;
  readonly profile: ZoneProfile | undefined;
  readonly saving: boolean;
  readonly onSettle: (keepTheirs: readonly FactField[]) => void;
}) {
  const t = useLabels(projectLabels);
  const language = useLanguage();
  const [theirs, setTheirs] = useState<readonly FactField[]>([]);
  return (
    <section className={formStyles.merge}>
      <Notice kind="bad" live>
        {t('conflict')}
      </Notice>
      {clash.fields.map((field) => {
        const values = readClash(clash, field);
        const option = (who: 'mine' | 'theirs') => (
          <label className={controlsStyles.checkbox}>
            <input
              type="radio"
              name={`merge-${field}`}
              checked={theirs.includes(field) === (who === 'theirs')}
              onChange={() =>
                setTheirs(who === 'theirs' ? [...theirs, field] : theirs.filter((f) => f !== field))
              }
            />
            <span>
              <b>{t(who)}</b> {valueText(field, values[who], language, profile)}
            </span>
          </label>
        );
        return (
          <fieldset key={field}>
            <legend>{fieldLabel(field, language, profile)}</legend>
            <p className={projectsStyles.code}>
              {t('base')} {valueText(field, values.base, language, profile)}
            </p>
            {option('theirs')}
            {option('mine')}
          </fieldset>
        );
      })}
      <Button primary disabled={saving} onClick={() => onSettle(theirs)}>
        {t(saving ? 'saving' : 'save_merged')}
      </Button>
    </section>
  );
}
