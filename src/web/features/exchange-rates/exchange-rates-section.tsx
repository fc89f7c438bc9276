import { authorWords } from '#domain/labels/general/change.ts';
import { useState } from 'react';
import { type ExchangeRate, rateWords } from '#domain/changes/exchange-rate.ts';
import { formatDate } from '#domain/values/format.ts';
import type { StoredExchangeRate } from '#contract/changes/exchange-rates.ts';
import { useAddExchangeRates, useExchangeRates } from '#web/data/exchange-rates.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { useDraft } from '#web/data/use-draft.ts';
import { serverDay } from '#web/data/server-clock.ts';
import { ratesText } from '#web/features/exchange-rates/labels/index.ts';
import { useLanguage, useText } from '#web/i18n/text.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import { Button, TextButton } from '#web/ui/controls/button.tsx';
import { DataTable } from '#web/ui/display/data-table.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Field, SelectField } from '#web/ui/controls/field.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import {
  rateFields,
  rateLines,
  rateOf,
  type RateFault,
  type RateTexts,
  unitsOfRate,
} from './rate-lines.ts';

interface Typed {
  readonly one: RateTexts;
  readonly pasted: string;
}
const isTyped = (kept: unknown): kept is Typed =>
  typeof kept === 'object' &&
  kept !== null &&
  typeof (kept as Typed).pasted === 'string' &&
  rateFields.every((field) => typeof (kept as Typed).one?.[field] === 'string');

function RateTable({
  rates,
  remove,
}: {
  readonly rates: readonly StoredExchangeRate[];
  readonly remove: (rate: StoredExchangeRate) => void;
}) {
  const t = useText(ratesText);
  const language = useLanguage();
  const date = (day: string): string =>
    formatDate(day.slice(0, 10), language, language === 'en' ? 'short' : 'long');
  if (rates.length === 0) return <p className="quiet">{t('none')}</p>;
  return (
    <DataTable<StoredExchangeRate>
      caption={t('title')}
      rows={rates}
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
              aria-label={t('take_away_of', { rate: rateWords(rate), date: date(rate.day) })}
              onClick={() => remove(rate)}
            >
              {t('take_away')}
            </TextButton>
          ),
        },
      ]}
    />
  );
}

/** The rates of days with their sources: one is typed, several are pasted; each is one change that can be undone. */
export function ExchangeRates({ currency }: { readonly currency: string }) {
  const t = useText(ratesText);
  const stored = useExchangeRates();
  const add = useAddExchangeRates();
  const [draft, setDraft] = useDraft('exchange-rates', isTyped);
  const [fault, setFault] = useState<RateFault>();
  const today = serverDay();
  const base = currency === 'JPY' ? 'CNY' : 'JPY';
  const empty: RateTexts = {
    day: '',
    base,
    per_units: base === 'JPY' ? '100' : '1',
    quote: currency,
    rate: '',
    source: '',
  };
  const { one, pasted } = draft ?? { one: empty, pasted: '' };
  const lines = rateLines(pasted, currency, today);
  const good = lines.flatMap((line) => ('rate' in line ? [line.rate] : []));
  const bad = lines.flatMap((line) => ('fault' in line ? [line] : []));
  const save = (rates: readonly ExchangeRate[]) =>
    add.mutate({ rates }, { onSuccess: () => setDraft(undefined) });
  const type = (field: keyof RateTexts, value: string) => {
    setFault(undefined);
    setDraft({ one: { ...one, [field]: value }, pasted });
  };
  const field = (
    name: Exclude<keyof RateTexts, 'per_units'>,
    more: {
      readonly type?: string;
      readonly placeholder?: string;
      readonly size?: number;
      readonly maxLength?: number;
    },
  ) => (
    <Field
      label={t(name)}
      value={one[name]}
      onChange={(event) => type(name, event.target.value)}
      {...more}
      {...(fault === name ? { error: t(`fault_${name}`) } : {})}
    />
  );
  return (
    <details className="tsec">
      <summary>
        <h2>{t('title')}</h2>
      </summary>
      <p className="lede">{t('intro')}</p>
      <QueryView query={stored} lines={2}>
        {({ items }) => (
          <RateTable
            rates={items}
            remove={({ revision: _, recorded_at: __, author: ___, ...rate }) =>
              add.mutate({ rates: [{ ...rate, rate: null }] })
            }
          />
        )}
      </QueryView>
      <form
        className="tline rate-form"
        onSubmit={(event) => {
          event.preventDefault();
          const found = rateOf(one, today);
          if ('rate' in found) save([found.rate]);
          else setFault(found.fault);
        }}
      >
        {field('day', { type: 'date' })}
        <SelectField
          label={t('per_units')}
          value={one.per_units}
          onChange={(event) => type('per_units', event.target.value)}
        >
          {unitsOfRate.map((units) => (
            <option key={units}>{units}</option>
          ))}
        </SelectField>
        {field('base', { maxLength: 3, size: 4 })}
        {field('rate', { maxLength: 20, size: 9 })}
        {field('quote', { maxLength: 3, size: 4 })}
        {field('source', { maxLength: 200, placeholder: t('source_hint') })}
        <Button type="submit" disabled={add.isPending}>
          {t('add')}
        </Button>
      </form>
      <details>
        <summary>{t('paste')}</summary>
        <label className="field">
          <small>{t('paste_hint', { currency })}</small>
          <textarea
            rows={4}
            value={pasted}
            maxLength={50_000}
            onChange={(event) => setDraft({ one, pasted: event.target.value })}
          />
        </label>
        {bad.length === 0 ? null : (
          <ul className="bad" role="alert">
            {bad.slice(0, 20).map((line) => (
              <li key={line.row}>
                {t('wrong_row', { row: line.row, what: t(`fault_${line.fault}`) })}
              </li>
            ))}
          </ul>
        )}
        {good.length === 0 ? null : (
          <Button disabled={bad.length > 0 || add.isPending} onClick={() => save(good)}>
            {t('add_pasted', { n: good.length })}
          </Button>
        )}
      </details>
      {draft === undefined ? null : (
        <TextButton onClick={() => setDraft(undefined)}>{t('discard')}</TextButton>
      )}
      {add.isError ? <ErrorPanel failure={toProblem(add.error)} /> : null}
      {add.isSuccess && draft === undefined ? <Notice live>{t('saved')}</Notice> : null}
    </details>
  );
}
