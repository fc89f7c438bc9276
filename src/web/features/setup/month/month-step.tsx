import { Link } from '#web/ui/controls/link.tsx';
import { formatMonth } from '#domain/values/format.ts';
import { addMonths, lastWholeMonth, type Month } from '#domain/values/date.ts';
import { poweredUnitLabel } from '#domain/values/unit-power.ts';
import type { ChangeDraft, SetupDraft } from '#web/features/setup/draft.ts';
import { setupLabels } from '#web/features/setup/labels/index.ts';
import { NumberField } from '#web/features/setup/parts/number-field.tsx';
import { Keys } from '#web/features/setup/targets/targets-step.tsx';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Button, TextButton } from '#web/ui/controls/button.tsx';
import { Field, SelectField } from '#web/ui/controls/field.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import type { MonthCell, MonthForm } from './use-month-form.ts';
import * as setupStyles from '#web/features/setup/setup.module.css';
import * as textStyles from '#web/ui/text.module.css';

interface MonthProps {
  readonly form: MonthForm;
  readonly draft: SetupDraft;
  readonly change: ChangeDraft;
}
const months = (today: string): readonly Month[] =>
  Array.from({ length: 24 }, (_, at) => addMonths(lastWholeMonth(today), -at));

/** The values of the first month, with the same month of the year before if it is known. */
export function MonthFields({ form, draft, change }: MonthProps) {
  const t = useLabels(setupLabels);
  const language = useLanguage();
  const { hrefTo } = useViewState();
  const { cells, month, today, failure, isSaving } = form;
  const name = (period: Month) => formatMonth(period, language, 'long');
  if (cells.length === 0)
    return (
      <p className={setupStyles.lead}>
        {t('month_none')} <Link to={hrefTo('/import')}>{t('month_import')}</Link>
      </p>
    );
  return (
    <>
      <p className={setupStyles.lead}>{t('month_lead')}</p>
      <div className={setupStyles.finalYear}>
        <SelectField
          label={t('month_of')}
          value={month}
          onChange={({ target }) => change((now) => ({ ...now, month: target.value }))}
        >
          {months(today).map((one) => (
            <option key={one} value={one}>
              {name(one)}
            </option>
          ))}
        </SelectField>
      </div>
      <div className={setupStyles.rows}>
        {cells.map(({ indicator, value, lastYear }) => (
          <div key={indicator.id} className={setupStyles.monthRow}>
            <p className={setupStyles.rowName}>
              <b>{indicator.name[language]}</b>
              <small>{poweredUnitLabel(indicator, language)}</small>
            </p>
            <ValueField {...{ form, draft, change }} cell={value} head={name(month)} />
            <ValueField
              {...{ form, draft, change }}
              cell={lastYear}
              head={t('month_last_year', { month: name(lastYear.period) })}
            />
          </div>
        ))}
      </div>
      <div className={setupStyles.finalYear}>
        <Field
          label={t('optional', { label: t('month_source') })}
          maxLength={300}
          placeholder={t('month_source_hint')}
          value={draft.source ?? ''}
          onChange={({ target }) => change((now) => ({ ...now, source: target.value }))}
        />
      </div>
      {failure === undefined ? null : <ErrorPanel failure={failure} />}
      <div className={textStyles.row}>
        <Button type="submit">{isSaving ? t('saving') : t('month_save')}</Button>
        <Keys />
        <Link to={hrefTo('/import')}>{t('month_import')}</Link>
      </div>
    </>
  );
}

function ValueField({
  form,
  change,
  cell,
  head,
}: MonthProps & { readonly cell: MonthCell; readonly head: string }) {
  const t = useLabels(setupLabels);
  const language = useLanguage();
  const { key, indicator, text, doubt } = cell;
  return (
    <NumberField
      id={key}
      label={`${indicator.name[language]}, ${head}`}
      head={head}
      read={cell}
      isChecked={form.isChecked}
      onText={(value) => change((now) => ({ ...now, values: { ...now.values, [key]: value } }))}
      onRestore={() =>
        change((now) => {
          const { [key]: _, ...values } = now.values;
          return { ...now, values };
        })
      }
    >
      {doubt === undefined ? null : (
        <em>
          {t(doubt.kind === 'jump' ? 'jumped' : 'fell')}{' '}
          <TextButton
            onClick={() => change((now) => ({ ...now, sure: { ...now.sure, [key]: text } }))}
          >
            {t('confirm_value')}
          </TextButton>
        </em>
      )}
    </NumberField>
  );
}
