import { useState, type FormEvent, type InputHTMLAttributes } from 'react';
import type { ExchangeRate } from '#domain/changes/exchange-rate.ts';
import { currencyName } from '#domain/values/currency/currency-names.ts';
import { minorDigits } from '#domain/values/money.ts';
import { useAddExchangeRates, useExchangeRates } from '#web/data/exchange-rates.ts';
import { useOverview } from '#web/data/queries.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { useDraft } from '#web/data/use-draft.ts';
import { serverDay } from '#web/data/server-clock.ts';
import { UndoNotice } from '#web/features/targets/saved-notice.tsx';
import { ratesLabels } from '#web/features/targets/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import { Button, TextButton } from '#web/ui/controls/button.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Field, SelectField } from '#web/ui/controls/field.tsx';
import { useFirstWrongField } from '#web/ui/controls/use-first-wrong-field.ts';
import { DateField } from '#web/ui/dates/date-field.tsx';
import {
  rateFields,
  rateLines,
  readRate,
  type RateFault,
  type RateTexts,
  unitsOfRate,
} from './rate-lines.ts';
import { RateTable } from './rate-table.tsx';
import { RemovedRates } from './removed-rates.tsx';
import * as controlsStyles from '#web/ui/controls/controls.module.css';
import * as overviewStyles from '#web/features/overview/overview.module.css';
import * as targetsStyles from '#web/features/targets/targets.module.css';

interface RatesDraft {
  readonly one: RateTexts;
  readonly pasted: string;
}
const isRatesDraft = (x: unknown): x is RatesDraft =>
  typeof x === 'object' &&
  x !== null &&
  typeof (x as RatesDraft).pasted === 'string' &&
  rateFields.every((field) => typeof (x as RatesDraft).one?.[field] === 'string');

/** Lists the exchange rates; adds one rate or a pasted block as one change. */
export function ExchangeRates({ currency }: { readonly currency: string }) {
  const t = useLabels(ratesLabels);
  const ratesQuery = useExchangeRates();
  const add = useAddExchangeRates();
  const [draft, setDraft] = useDraft('exchange-rates', isRatesDraft);
  const language = useLanguage();
  const withoutRate = useCurrenciesWithoutRate(currency, ratesQuery.data?.items);
  const { one, pasted } = draft ?? { one: emptyRate(currency, withoutRate[0]), pasted: '' };
  const save = (rates: readonly ExchangeRate[]) =>
    add.mutate({ rates }, { onSuccess: () => setDraft(undefined) });
  return (
    <section className={targetsStyles.section} aria-label={t('title')}>
      <p className={overviewStyles.lead}>{t('intro')}</p>
      <QueryView query={ratesQuery} lines={2}>
        {({ items }) => (
          <RateTable
            rates={items}
            remove={({ revision: _, recorded_at: __, author: ___, ...rate }, reason) =>
              add.mutate({ rates: [{ ...rate, rate: null }], reason })
            }
          />
        )}
      </QueryView>
      {withoutRate.length === 0 ? null : (
        <p>
          {t('without_rate', {
            currencies: withoutRate
              .map((code) => `${code} (${currencyName(code, language)})`)
              .join(t('list')),
          })}
        </p>
      )}
      <RateForm
        texts={one}
        isBusy={add.isPending}
        onChange={(texts) => setDraft({ one: texts, pasted })}
        onSave={save}
      />
      <PastedRates
        currency={currency}
        text={pasted}
        isBusy={add.isPending}
        onChange={(text) => setDraft({ one, pasted: text })}
        onSave={save}
      />
      {draft === undefined ? null : (
        <TextButton onClick={() => setDraft(undefined)}>{t('discard')}</TextButton>
      )}
      {add.isError ? <ErrorPanel failure={toProblem(add.error)} /> : null}
      {add.isSuccess && draft === undefined ? (
        <UndoNotice key={add.submittedAt} text={t('saved')} revision={add.data.revision} />
      ) : null}
      <RemovedRates />
    </section>
  );
}

/** The currencies of the register that no rate names, apart from that of the zone. */
function useCurrenciesWithoutRate(
  currency: string,
  rates: readonly ExchangeRate[] | undefined,
): readonly string[] {
  const overview = useOverview().data;
  if (overview === undefined || rates === undefined) return [];
  const ofAmounts = overview.strip.groups.flatMap(({ amounts }) =>
    amounts.map((amount) => amount.currency),
  );
  const withRate = new Set([currency, ...rates.flatMap(({ base, quote }) => [base, quote])]);
  return [...new Set(ofAmounts)].filter((one) => !withRate.has(one));
}

/** The form of one rate before anything is typed: of a currency of the register without a rate. */
function emptyRate(currency: string, base = ''): RateTexts {
  return {
    day: '',
    base,
    per_units: base !== '' && minorDigits(base) === 0 ? '100' : '1',
    quote: currency,
    rate: '',
    source: '',
  };
}

interface FormProps<T> {
  readonly isBusy: boolean;
  readonly onChange: (value: T) => void;
  readonly onSave: (rates: readonly ExchangeRate[]) => void;
}

function RateForm({
  texts,
  isBusy,
  onChange,
  onSave,
}: FormProps<RateTexts> & { readonly texts: RateTexts }) {
  const t = useLabels(ratesLabels);
  const [faults, setFaults] = useState<readonly RateFault[]>([]);
  const [tries, setTries] = useState(0);
  const form = useFirstWrongField(tries);
  const type = (field: keyof RateTexts, value: string) => {
    setFaults(faults.filter((one) => one !== field));
    onChange({ ...texts, [field]: value });
  };
  const faultOf = (field: RateFault) => (faults.includes(field) ? t(`fault_${field}`) : undefined);
  const field = (
    name: Exclude<keyof RateTexts, 'per_units'>,
    more: Pick<InputHTMLAttributes<HTMLInputElement>, 'placeholder' | 'size' | 'maxLength'>,
  ) => (
    <Field
      label={t(name)}
      value={texts[name]}
      onChange={(event) => type(name, event.target.value)}
      error={faultOf(name)}
      {...more}
    />
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readRate(texts, serverDay());
    if ('rate' in read) return onSave([read.rate]);
    setFaults(read.faults);
    setTries(tries + 1);
  };
  return (
    <form
      ref={form}
      className={`${targetsStyles.line} ${targetsStyles.rateForm}`}
      onSubmit={submit}
    >
      <DateField
        label={t('day')}
        value={texts.day}
        error={faultOf('day')}
        onChange={({ target }) => type('day', target.value)}
      />
      <SelectField
        label={t('per_units')}
        value={texts.per_units}
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
      <Button type="submit" disabled={isBusy}>
        {t('add')}
      </Button>
    </form>
  );
}

/** Adds the rows that were pasted from a spreadsheet, once all of them are right. */
function PastedRates({
  currency,
  text,
  isBusy,
  onChange,
  onSave,
}: FormProps<string> & { readonly currency: string; readonly text: string }) {
  const t = useLabels(ratesLabels);
  const rows = rateLines(text, currency, serverDay());
  const rates = rows.flatMap((row) => ('rate' in row ? [row.rate] : []));
  const faults = rows.flatMap((row) => ('fault' in row ? [row] : []));
  return (
    <details>
      <summary>{t('paste')}</summary>
      <label className={controlsStyles.field}>
        <small>{t('paste_hint', { currency })}</small>
        <textarea
          rows={4}
          value={text}
          maxLength={50_000}
          onChange={(event) => onChange(event.target.value)}
        />
      </label>
      {faults.length === 0 ? null : (
        <ul className={targetsStyles.error} role="alert">
          {faults.slice(0, 20).map(({ row, fault }) => (
            <li key={row}>{t('wrong_row', { row, what: t(`fault_${fault}`) })}</li>
          ))}
        </ul>
      )}
      {rates.length === 0 ? null : (
        <Button disabled={faults.length > 0 || isBusy} onClick={() => onSave(rates)}>
          {t('add_pasted', { n: rates.length })}
        </Button>
      )}
    </details>
  );
}
