import { useState, type FormEvent } from 'react';
import { authorWords } from '#domain/labels/general/author.ts';
import { rateWords } from '#domain/changes/exchange-rate.ts';
import { formatDate } from '#domain/values/format.ts';
import type { StoredExchangeRate } from '#contract/currencies/schemas.ts';
import { ratesLabels } from '#web/features/targets/labels/index.ts';
import { zoneDay } from '#web/i18n/zone-time.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Button, TextButton } from '#web/ui/controls/button.tsx';
import { Field } from '#web/ui/controls/field.tsx';
import { DataTable } from '#web/ui/display/data-table.tsx';
import * as textStyles from '#web/ui/text.module.css';
import * as targetsStyles from '#web/features/targets/targets.module.css';

/** Asks why a rate is removed. */
function RemoveRate({
  rate,
  onRemove,
  onClose,
}: {
  readonly rate: string;
  readonly onRemove: (reason: string) => void;
  readonly onClose: () => void;
}) {
  const t = useLabels(ratesLabels);
  const [reason, setReason] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() !== '') onRemove(reason.trim());
  };
  return (
    <form className={targetsStyles.line} onSubmit={send}>
      <Field
        label={t('remove_reason', { rate })}
        value={reason}
        maxLength={500}
        required
        autoFocus
        onChange={(event) => setReason(event.target.value)}
      />
      <Button type="submit">{t('take_away')}</Button>
      <TextButton onClick={onClose}>{t('keep')}</TextButton>
    </form>
  );
}

/** The rates in force, each with its author. A removal asks for the reason. */
export function RateTable({
  rates,
  remove,
}: {
  readonly rates: readonly StoredExchangeRate[];
  readonly remove: (rate: StoredExchangeRate, reason: string) => void;
}) {
  const t = useLabels(ratesLabels);
  const language = useLanguage();
  const [removing, setRemoving] = useState<StoredExchangeRate>();
  const date = (day: string): string =>
    formatDate(zoneDay(day), language, language === 'en' ? 'short' : 'long');
  const nameOf = (rate: StoredExchangeRate) => ({ rate: rateWords(rate), date: date(rate.day) });
  if (rates.length === 0) return <p className={textStyles.quiet}>{t('none')}</p>;
  return (
    <>
      <DataTable<StoredExchangeRate>
        caption={t('title')}
        rows={rates}
        stacks="labelled"
        rowKey={({ base, quote, day }) => `${base} ${quote} ${day}`}
        columns={[
          { id: 'day', label: t('day'), head: true, cell: ({ day }) => date(day) },
          { id: 'quoted', label: t('quoted'), right: true, cell: rateWords },
          { id: 'source', label: t('source'), cell: ({ source }) => source },
          {
            id: 'recorded',
            label: t('recorded'),
            dim: true,
            cell: ({ author, recorded_at }) =>
              t('recorded_by', { who: authorWords(author, language), date: date(recorded_at) }),
          },
          {
            id: 'remove',
            right: true,
            label: '',
            cell: (rate) => (
              <TextButton
                aria-label={t('take_away_of', nameOf(rate))}
                onClick={() => setRemoving(rate)}
              >
                {t('take_away')}
              </TextButton>
            ),
          },
        ]}
      />
      {removing === undefined ? null : (
        <RemoveRate
          key={rateWords(removing) + removing.day}
          rate={`${rateWords(removing)}, ${date(removing.day)}`}
          onRemove={(reason) => {
            setRemoving(undefined);
            remove(removing, reason);
          }}
          onClose={() => setRemoving(undefined)}
        />
      )}
    </>
  );
}
