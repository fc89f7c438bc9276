import { Link } from '#web/ui/controls/link.tsx';
import { planYear, findTemplate } from '#domain/targets/setup/first-targets.ts';
import { formatInPower } from '#domain/values/unit-power.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { forgetStep, type ChangeDraft } from '#web/features/setup/draft.ts';
import { setupLabels } from '#web/features/setup/labels/index.ts';
import { ConflictTable } from '#web/features/setup/parts/conflict-table.tsx';
import { goToStep } from '#web/features/setup/parts/step.tsx';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Button, TextButton } from '#web/ui/controls/button.tsx';
import { Field } from '#web/ui/controls/field.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import { Templates } from './templates.tsx';
import { TargetRow } from './target-row.tsx';
import type { TargetsForm } from './use-targets-form.ts';
import * as setupStyles from '#web/features/setup/setup.module.css';
import * as textStyles from '#web/ui/text.module.css';

interface TargetsProps {
  readonly form: TargetsForm;
  readonly change: ChangeDraft;
}
/** Indicators from templates, each with the target of the year and the final one. */
export function TargetFieldset({
  form,
  change,
  currency,
}: TargetsProps & { readonly currency: string | undefined }) {
  const t = useLabels(setupLabels);
  const { hrefTo } = useViewState();
  const { rows, year, finalYear, saving, isChecked, isMissing } = form;
  if (currency === undefined)
    return (
      <p>
        {t('currency_first')}{' '}
        <TextButton onClick={() => goToStep('name')}>{t('currency_choose')}</TextButton>
      </p>
    );
  return (
    <>
      <Templates {...{ rows, currency, change }} />
      {isMissing ? (
        <p className={setupStyles.error} role="alert">
          {t('targets_missing')}
        </p>
      ) : null}
      <p className={setupStyles.links}>
        <Link to={hrefTo('/import')}>{t('targets_from_file')}</Link> {t('or')}{' '}
        <Link to={hrefTo('/settings/targets')}>{t('targets_own')}</Link>
      </p>
      {rows.length === 0 ? null : (
        <>
          <FinalYear form={form} change={change} />
          <div className={setupStyles.rows}>
            {rows.map((row) => (
              <TargetRow
                key={row.template.indicator.id}
                {...{ row, change, year, finalYear, isChecked }}
              />
            ))}
          </div>
          <Conflicts form={form} change={change} />
          {saving.isError ? <ErrorPanel failure={toProblem(saving.error)} /> : null}
          <div className={textStyles.row}>
            <Button type="submit">{saving.isPending ? t('saving') : t('targets_save')}</Button>
            <Keys />
          </div>
        </>
      )}
    </>
  );
}

/** Key caps, the same in all languages. */
const keyNames = { next: 'Tab', save: 'Enter' } as const;
/** The keys of the form: next field and save. */
export function Keys() {
  const t = useLabels(setupLabels);
  return (
    <span className={setupStyles.keys} aria-hidden="true">
      <kbd>{keyNames.next}</kbd> {t('key_next')} <kbd>{keyNames.save}</kbd> {t('key_save')}
    </span>
  );
}

function FinalYear({ form, change }: TargetsProps) {
  const t = useLabels(setupLabels);
  const { finalText, year, isPast } = form;
  const repair = String(planYear(year));
  return (
    <>
      <div className={setupStyles.finalYear}>
        <Field
          label={t('final_year')}
          inputMode="numeric"
          maxLength={4}
          value={finalText}
          onChange={({ target }) => change((now) => ({ ...now, final_year: target.value }))}
        />
      </div>
      {isPast ? (
        <div className={setupStyles.question} role="status">
          <p>{t('ask_past', { year: finalText, repair })}</p>
          <Button onClick={() => change((now) => ({ ...now, final_year: repair }))}>
            {t('repair_to', { value: repair })}
          </Button>
        </div>
      ) : null}
    </>
  );
}

function Conflicts({ form, change }: TargetsProps) {
  const t = useLabels(setupLabels);
  const language = useLanguage();
  const { saving, rows, year, finalYear } = form;
  const conflicts = saving.data ?? [];
  if (conflicts.length === 0) return null;
  return (
    <ConflictTable
      of={t('targets')}
      rows={conflicts.map(({ template, field, was, mine, theirs }) => {
        const row = rows.find((one) => one.template.indicator.id === template);
        const write = (value: string | undefined) =>
          value === undefined || row === undefined
            ? ''
            : formatInPower(value, row.indicator, language);
        const name = findTemplate(template)?.indicator.name[language] ?? '';
        const label =
          field === 'annual'
            ? t('annual_of', { year: String(year) })
            : t('final_of', { year: String(finalYear) });
        return {
          name: `${name}, ${label}`,
          was: write(was),
          mine: write(mine),
          theirs: write(theirs),
        };
      })}
      onMine={() => void form.save(true)}
      onTheirs={() => {
        saving.reset();
        change((now) => forgetStep(now, 'targets'));
      }}
    />
  );
}
