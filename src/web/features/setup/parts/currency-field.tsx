import { compact } from '#domain/values/compact.ts';
import { currencyName } from '#domain/values/currency/currency-names.ts';
import { selectableCurrencies } from '#domain/values/currencies.ts';
import { formatCount } from '#domain/values/format.ts';
import type { MainCurrency } from '#domain/values/reading/main-currency.ts';
import { setupLabels } from '#web/features/setup/labels/index.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { SelectField } from '#web/ui/controls/field.tsx';

interface CurrencyProps {
  readonly currency: string | undefined;
  readonly main: MainCurrency | null | undefined;
  readonly isMissing: boolean;
  readonly onChoose: (code: string) => void;
}

/** Chooses the currency of the zone; it says which register proposes it, and guesses none. */
export function CurrencyField({ currency, main, isMissing, onChoose }: CurrencyProps) {
  const t = useLabels(setupLabels);
  const language = useLanguage();
  const hint = () => {
    if (main === null) return t('currency_unknown');
    if (main === undefined) return currency === undefined ? t('currency_hint') : undefined;
    const [n, total] = [main.count, main.total].map((count) => formatCount(count, language));
    const counts = { n: n ?? '', total: total ?? '', code: main.currency };
    return t(main.currency === currency ? 'currency_from_register' : 'currency_differs', counts);
  };
  const hintText = hint();
  return (
    <SelectField
      label={t('currency')}
      value={currency ?? ''}
      {...compact({ hint: hintText, error: isMissing ? t('currency_missing') : undefined })}
      onChange={({ target }) => onChoose(target.value)}
    >
      {currency === undefined ? <option value="">{t('currency_choose')}</option> : null}
      {[...new Set([...(currency === undefined ? [] : [currency]), ...selectableCurrencies])].map(
        (code) => (
          <option key={code} value={code} suppressHydrationWarning>
            {code} {currencyName(code, language)}
          </option>
        ),
      )}
    </SelectField>
  );
}
