import { zoneDay } from '#web/i18n/zone-time.ts';
import { type FormEvent, useState } from 'react';
import { compact } from '#domain/values/compact.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { changesLabels } from '#web/features/changes/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import { isDay } from '#web/url/view-state.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { DateField } from '#web/ui/dates/date-field.tsx';
import * as changesStyles from '#web/features/changes/changes.module.css';

/**
 * Chooses any two days, and the day on which each was known. The bar above offers the days with
 * data too.
 */
export function DaysForm({ from, to }: { readonly from: IsoDate; readonly to: IsoDate }) {
  const t = useLabels(changesLabels);
  const { view, change } = useViewState();
  const [days, setGiven] = useState({
    from,
    to,
    known_from: view.known_from === undefined ? '' : zoneDay(view.known_from),
    known_at: view.known_at === undefined ? '' : zoneDay(view.known_at),
  });
  const wrong = days.from > days.to;
  const field = (name: keyof typeof days, error?: string) => (
    <DateField
      label={t(name)}
      value={days[name]}
      onChange={(event) => setGiven({ ...days, [name]: event.target.value })}
      {...compact({ error })}
    />
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (wrong || !isDay(days.from) || !isDay(days.to)) return;
    // comparing a day with itself compares two revisions, so the address holds both
    change({
      as_of: days.to,
      cmp: days.from,
      known_from: days.known_from === '' ? undefined : days.known_from,
      known_at: days.known_at === '' ? undefined : days.known_at,
    });
  };
  return (
    <form className={changesStyles.daysForm} aria-label={t('days')} onSubmit={submit}>
      {field('from', wrong ? t('wrong_days') : undefined)}
      {field('to')}
      {field('known_from')}
      {field('known_at')}
      <Button type="submit" disabled={wrong}>
        {t('show')}
      </Button>
      <small>{t('known_hint')}</small>
    </form>
  );
}
