import { lazy, Suspense } from 'react';
import type { DocumentList } from '#contract/exports/schemas.ts';
import { formatDate, formatMonth, formatQuarter } from '#domain/values/format.ts';
import { languages, type Language, type Text } from '#domain/values/language.ts';
import { periodDays } from '#domain/report/report-period.ts';
import { projectFilterFields } from '#domain/overview/register-filter.ts';
import { stages, statuses } from '#domain/projects/stage.ts';
import { projectFieldTerms } from '#domain/labels/projects/field.ts';
import { statusTerms } from '#domain/labels/projects/stage.ts';
import { currencyChoice, useCurrencies } from '#web/figures/currencies.ts';
import { useOverviewOfView } from '#web/data/overview-of-view.ts';
import { documentsLabels } from '#web/features/exports/labels/index.ts';
import { figureLabels } from '#web/figures/labels/index.ts';
import { languageNames } from '#web/i18n/languages.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { SelectField } from '#web/ui/controls/field.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import { useStageWord } from '#web/data/use-stage-label.ts';
import type { OfferedField } from './other-filters.tsx';
import * as exportsStyles from '#web/features/exports/exports.module.css';

/** The period: a quarter, a month, or the day of the view. */
function PeriodChoice({ list }: { readonly list: DocumentList }) {
  const t = useLabels(documentsLabels);
  const language = useLanguage();
  const { view, change } = useViewState();
  const name = (period: string): string =>
    period.includes('Q')
      ? formatQuarter(periodDays(period).first.slice(0, 7), language)
      : formatMonth(period, language);
  const options = (periods: readonly string[]) =>
    periods.map((period) => (
      <option key={period} value={period}>
        {name(period)}
      </option>
    ));
  const day = formatDate(
    view.period === undefined ? list.as_of : (view.as_of ?? list.as_of),
    language,
    'long',
  );
  return (
    <SelectField
      label={t('period')}
      value={view.period ?? ''}
      onChange={(event) =>
        change({ period: event.target.value === '' ? undefined : event.target.value })
      }
    >
      <option value="">{t('of_day', { day })}</option>
      <optgroup label={t('quarters')}>{options(list.quarters)}</optgroup>
      <optgroup label={t('months')}>{options(list.months)}</optgroup>
    </SelectField>
  );
}

// most addresses have no other filter, and its names of countries are long
const OtherFilters = lazy(async () => ({
  default: (await import('./other-filters.tsx')).OtherFilters,
}));

interface FilterChoiceProps {
  readonly field: OfferedField;
  readonly entries: readonly (readonly [string, string])[];
}
function FilterChoice({ field, entries }: FilterChoiceProps) {
  const t = useLabels(documentsLabels);
  const language = useLanguage();
  const { view, change } = useViewState();
  const values = view[field];
  return (
    <SelectField
      label={projectFieldTerms[field]?.[language] ?? field}
      value={values.join(',')}
      onChange={(event) =>
        change({ [field]: event.target.value === '' ? [] : [event.target.value] })
      }
    >
      <option value="">{t('all')}</option>
      {values.length > 1 ? <option value={values.join(',')}>{values.length}</option> : null}
      {entries.map(([id, name]) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}

/** The secondary currency of the report. Renders nothing without rates. */
function CurrencyChoice() {
  const t = useLabels(figureLabels);
  const { view, change } = useViewState();
  const currencies = useCurrencies();
  const [own = ''] = currencies;
  // A currency of the address without a rate is offered too; the server explains what is missing.
  const offeredCurrencies =
    view.cur === undefined || currencies.includes(view.cur)
      ? currencies
      : [...currencies, view.cur];
  if (offeredCurrencies.length < 2) return null;
  return (
    <SelectField
      label={t('currency')}
      value={view.cur ?? own}
      onChange={(event) =>
        change({ cur: event.target.value === own ? undefined : event.target.value })
      }
    >
      {offeredCurrencies.map((currency) => (
        <option key={currency} value={currency}>
          {currencyChoice(currency, own)}
        </option>
      ))}
    </SelectField>
  );
}

/**
 * Period, language and filters of a document. The filters are in the address, as on the projects
 * page.
 */
export function Choices({
  list,
  language,
  onLanguage,
  filters,
  currencies,
}: {
  readonly list: DocumentList;
  readonly language: Language;
  readonly onLanguage: (language: string) => void;
  readonly filters: boolean;
  readonly currencies: boolean;
}) {
  const t = useLabels(documentsLabels);
  const page = useLanguage();
  const stageWord = useStageWord();
  const { view } = useViewState();
  const isFiltered = view.q !== '' || projectFilterFields.some((field) => view[field].length > 0);
  const industries: readonly { readonly id: string; readonly name: Text }[] =
    useOverviewOfView().data?.zone.industries ?? [];
  return (
    <div className={exportsStyles.fields}>
      <PeriodChoice list={list} />
      <SelectField
        label={t('language')}
        value={language}
        onChange={(event) => onLanguage(event.target.value)}
      >
        {languages.map((one) => (
          <option key={one} value={one} lang={one}>
            {languageNames[one]}
          </option>
        ))}
      </SelectField>
      {currencies ? <CurrencyChoice /> : null}
      {filters ? (
        <>
          <FilterChoice
            field="stage"
            entries={[...stages, 'unknown' as const].map((id) => [id, stageWord(id)])}
          />
          <FilterChoice
            field="status"
            entries={statuses.map((id) => [id, statusTerms[id][page]])}
          />
          <FilterChoice
            field="industry"
            entries={industries.map(({ id, name }) => [id, name[page]])}
          />
          {isFiltered ? (
            <Suspense>
              <OtherFilters />
            </Suspense>
          ) : null}
        </>
      ) : null}
    </div>
  );
}
