import { useEffect, useRef, useState } from 'react';
import { compact } from '#domain/values/compact.ts';
import type { IndicatorTemplate } from '#domain/zone/templates/indicator-template.ts';
import { listOfferedTemplates, makeFromTemplate } from '#domain/zone/templates/template-use.ts';
import { poweredUnitLabel } from '#domain/values/unit-power.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { IconButton } from '#web/ui/controls/button.tsx';
import { indicatorLabels } from '#web/features/settings/indicators/labels/index.ts';
import { OwnerNames } from './drawer.tsx';
import { IndicatorForm } from './indicator-form.tsx';
import * as drawerStyles from './drawer.module.css';

/** Adds an indicator: one of the nine templates, or any other. */
export function AddDrawer({
  profile,
  from,
  onSaved,
  onClose,
}: {
  readonly profile: ZoneProfile;
  readonly from: 'template' | 'blank';
  readonly onSaved: (id: string) => void;
  readonly onClose: () => void;
}) {
  const t = useLabels(indicatorLabels);
  const language = useLanguage();
  const [choice, setChoice] = useState<IndicatorTemplate>();
  const drawer = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a chosen template draws a form
  useEffect(() => {
    drawer.current?.querySelector<HTMLElement>('li button, form input')?.focus();
  }, [choice]);
  const use = {
    currency: profile.base_currency,
    takenIds: profile.indicators.map(({ id }) => id),
  };
  return (
    <aside className={drawerStyles.drawer} aria-label={t('add_indicator')} ref={drawer}>
      <header>
        <h3>{t('add_indicator')}</h3>
        <IconButton icon="close" label={t('close')} onClick={onClose} />
      </header>
      <OwnerNames profile={profile} />
      {from === 'template' && choice === undefined ? (
        <ul className={drawerStyles.templates}>
          {listOfferedTemplates(profile.base_currency).map((template) => {
            const { id } = template.indicator;
            const { name, definition, power, unit } = makeFromTemplate(template, use);
            return (
              <li key={id}>
                <button type="button" onClick={() => setChoice(template)}>
                  <b>{name[language]}</b>{' '}
                  <span>{poweredUnitLabel({ unit, ...compact({ power }) }, language)}</span>
                  <small>{definition[language]}</small>
                </button>
              </li>
            );
          })}
        </ul>
      ) : (
        <IndicatorForm
          profile={profile}
          indicator={choice === undefined ? undefined : makeFromTemplate(choice, use)}
          isNew
          hasValues={false}
          onSaved={onSaved}
          onClose={onClose}
        />
      )}
    </aside>
  );
}
