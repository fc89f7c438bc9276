import { zoneDay } from '#web/i18n/zone-time.ts';
import { type FormEvent, useState } from 'react';
import type { IsoDate } from '#domain/values/date.ts';
import { dayLabels } from '#web/layout/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import { isDay } from '#web/url/view-state.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { DateField } from '#web/ui/dates/date-field.tsx';
import { MenuTitle } from '#web/ui/overlays/menu.tsx';
import * as dayStyles from './day.module.css';

/** Chooses any day, also one without data, and the day on which it was known. */
export function DayForm({ day, done }: { readonly day: IsoDate; readonly done: () => void }) {
  const t = useLabels(dayLabels);
  const { view, change } = useViewState();
  const [days, setDays] = useState({
    as_of: day,
    known_at: view.known_at === undefined ? '' : zoneDay(view.known_at),
  });
  const field = (name: keyof typeof days) => (
    <DateField
      label={t(name)}
      value={days[name]}
      required={name === 'as_of'}
      onChange={(event) => setDays({ ...days, [name]: event.target.value })}
    />
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isDay(days.as_of)) return;
    change({ as_of: days.as_of, known_at: days.known_at === '' ? undefined : days.known_at });
    done();
  };
  return (
    <form className={dayStyles.form} onSubmit={submit}>
      <MenuTitle>{t('any_day')}</MenuTitle>
      {field('as_of')}
      {field('known_at')}
      <small>{t('known_hint')}</small>
      <Button type="submit">{t('show')}</Button>
    </form>
  );
}
