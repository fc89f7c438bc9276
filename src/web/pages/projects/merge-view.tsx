import { useState } from 'react';
import type { FactField } from '#domain/project-fields.ts';
import type { ZoneProfile } from '#domain/zone.ts';
import { projectText } from '#web/i18n/project/text.ts';
import { useLanguage, useText } from '#web/i18n/text.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { fieldLabel, valueText } from '#web/project/fact-words.ts';
import { valuesOf, type Clash } from './use-save-project.ts';

/** Each field that two editors changed, with what stood before and both new values; one of the two is chosen. */
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
  const t = useText(projectText);
  const language = useLanguage();
  const [theirs, setTheirs] = useState<readonly FactField[]>([]);
  return (
    <section className="pmerge">
      <Notice kind="bad" live>
        {t('conflict')}
      </Notice>
      {clash.fields.map((field) => {
        const values = valuesOf(clash, field);
        const option = (who: 'mine' | 'theirs') => (
          <label className="ck">
            <input
              type="radio"
              name={`merge-${field}`}
              checked={theirs.includes(field) === (who === 'theirs')}
              onChange={() => setTheirs(who === 'theirs' ? [...theirs, field] : theirs.filter((f) => f !== field))}
            />
            <span>
              <b>{t(who)}</b> {valueText(field, values[who], language, profile)}
            </span>
          </label>
        );
        return (
          <fieldset key={field}>
            <legend>{fieldLabel(field, language, profile)}</legend>
            <p className="pcode">
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
