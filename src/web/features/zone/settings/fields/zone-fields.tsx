import { sameWords } from '#domain/labels/index.ts';
import { currencyName } from '#domain/values/currency/currency-names.ts';
import { selectableCurrencies } from '#domain/values/currencies.ts';
import { compareDecimal } from '#domain/values/decimal.ts';
import type { Text } from '#domain/values/language.ts';
import { zoneFormLabels } from '#web/features/zone/labels/index.ts';
import { TextFields } from '#web/features/zone/settings/form/text-fields.tsx';
import {
  type FormFault,
  isPlainNumber,
  useFault,
} from '#web/features/zone/settings/form/faults.tsx';
import type { ZoneFieldsProps } from '#web/features/zone/settings/form/settings-form.tsx';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { Field, SelectField } from '#web/ui/controls/field.tsx';
import * as formStyles from '#web/features/zone/settings/form/settings-form.module.css';

/** The most characters of a text of several sentences. */
export const noteLength = 4000;
const noText = sameWords('');
const isEmpty = (text: Text): boolean => Object.values(text).every((words) => words.trim() === '');

/** The names, the currency, the area, the standing and the theme of the zone. */
export function ZoneFields({ draft, change }: ZoneFieldsProps) {
  const t = useLabels(zoneFormLabels);
  const language = useLanguage();
  const { base_currency: currency, area_km2 = '' } = draft;
  const [nameFault, shortFault] = [useFault('name'), useFault('short_name')];
  const areaFault = useFault('area_km2');
  const put = (key: 'standing' | 'theme') => (text: Text) =>
    change({ [key]: isEmpty(text) ? null : text });
  return (
    <>
      <TextFields
        label={t('prop_name')}
        value={draft.name}
        error={nameFault}
        onChange={(name) => change({ name })}
      />
      <TextFields
        label={t('prop_short_name')}
        hint={t('short_name_hint')}
        value={draft.short_name}
        maxLength={60}
        error={shortFault}
        onChange={(short_name) => change({ short_name })}
      />
      <div className={formStyles.columns}>
        <SelectField
          label={t('prop_base_currency')}
          hint={t('currency_hint')}
          value={currency}
          onChange={(event) => change({ base_currency: event.target.value })}
        >
          {[...new Set([currency, ...selectableCurrencies])].map((code) => (
            <option key={code} value={code} suppressHydrationWarning>
              {`${code} ${currencyName(code, language)}`}
            </option>
          ))}
        </SelectField>
        <Field
          label={t('area_km2')}
          inputMode="decimal"
          value={area_km2}
          error={areaFault}
          onChange={(event) => {
            const text = event.target.value.trim();
            change({ area_km2: text === '' ? null : text });
          }}
        />
      </div>
      <TextFields
        label={t('standing_optional')}
        value={draft.standing ?? noText}
        isLong
        maxLength={noteLength}
        onChange={put('standing')}
      />
      <TextFields
        label={t('theme_optional')}
        value={draft.theme ?? noText}
        isLong
        maxLength={noteLength}
        onChange={put('theme')}
      />
    </>
  );
}

/** Finds faults: the area is written in plain digits, as 10.6, and above 0. */
export function findAreaFaults({ area_km2 }: ZoneFieldsProps['draft']): readonly FormFault[] {
  if (area_km2 === undefined) return [];
  if (!isPlainNumber(area_km2)) return [{ path: 'area_km2', rule: 'plain_number' }];
  return compareDecimal(area_km2, '0') > 0 ? [] : [{ path: 'area_km2', rule: 'not_above_zero' }];
}
