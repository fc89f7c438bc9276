import { compact } from '#domain/values/compact.ts';
import { formatMonth } from '#domain/values/format.ts';
import { poweredUnitLabel } from '#domain/values/unit-power.ts';
import { useLabels } from '#web/i18n/text.ts';
import { IconButton, TextButton } from '#web/ui/controls/button.tsx';
import { Field } from '#web/ui/controls/field.tsx';
import { DateField } from '#web/ui/dates/date-field.tsx';
import { SegmentChoice } from '#web/ui/controls/segmented.tsx';
import {
  pathChoices,
  planMonths,
  type TargetDraft,
} from '#web/features/settings/indicators/draft/target-draft.ts';
import { indicatorLabels } from '#web/features/settings/indicators/labels/index.ts';
import { type FieldsProps, faultText } from './fields.ts';
import * as drawerStyles from './drawer.module.css';

/** The fields of the plan of a target. */
export function PlanFields({ draft, change, faults, of }: FieldsProps) {
  const t = useLabels(indicatorLabels);
  const choose = (path: TargetDraft['path']) =>
    change({
      path,
      ...compact({
        months:
          path === 'monthly' && draft.months.length === 0
            ? planMonths(draft.baseline_date, draft.deadline).map((month) => ({
                month,
                value: '',
              }))
            : undefined,
      }),
    });
  const paths = pathChoices.filter(
    (path) =>
      path !== 'as_last_year' ||
      (of.indicator.kind === 'annual_flow' && of.period?.kind === 'year') ||
      draft.path === path,
  );
  return (
    <fieldset className={drawerStyles.group}>
      <legend>{t('plan')}</legend>
      <div className={drawerStyles.paths}>
        <SegmentChoice
          label={t('plan')}
          value={draft.path}
          segments={paths.map((value) => ({ value, label: t(`path_${value}`) }))}
          onChange={choose}
        />
      </div>
      {draft.path === 'as_last_year' ? (
        <p className={drawerStyles.quiet}>{t('as_last_year_text')}</p>
      ) : null}
      {draft.path === 'checkpoints' ? <Checkpoints {...{ draft, change, faults, of }} /> : null}
      {draft.path === 'monthly' ? <MonthValues {...{ draft, change, faults, of }} /> : null}
      {faults['plan'] === undefined ? null : (
        <p className={drawerStyles.error} role="alert">
          {faultText(faults['plan'], t)}
        </p>
      )}
    </fieldset>
  );
}

function Checkpoints({ draft, change, faults, of }: FieldsProps) {
  const t = useLabels(indicatorLabels);
  const { checkpoints } = draft;
  const put = (at: number, next: Partial<TargetDraft['checkpoints'][number]>) =>
    change({ checkpoints: checkpoints.map((one, i) => (i === at ? { ...one, ...next } : one)) });
  return (
    <>
      {checkpoints.length === 0 && of.profile.checkpoints.length > 0 ? (
        <p className={drawerStyles.quiet}>{t('zone_checkpoints')}</p>
      ) : null}
      {checkpoints.map(({ date, share }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the date is edited in the row and can't identify it
        <div className={drawerStyles.line} key={at}>
          <DateField
            label={t('checkpoint_day', { n: at + 1 })}
            value={date}
            onChange={({ target }) => put(at, { date: target.value })}
            error={faultText(faults[`checkpoint.${at}`], t)}
          />
          <Field
            label={t('checkpoint_share', { n: at + 1 })}
            inputMode="decimal"
            value={share}
            onChange={({ target }) => put(at, { share: target.value })}
          />
          <IconButton
            icon="close"
            label={t('remove')}
            onClick={() => change({ checkpoints: checkpoints.filter((_, i) => i !== at) })}
          />
        </div>
      ))}
      <TextButton
        onClick={() => change({ checkpoints: [...checkpoints, { date: '', share: '' }] })}
      >
        {t('add_checkpoint')}
      </TextButton>
    </>
  );
}

function MonthValues({ draft, change, faults, of }: FieldsProps) {
  const t = useLabels(indicatorLabels);
  return (
    <>
      <p className={drawerStyles.quiet}>
        {t('monthly_text', { unit: poweredUnitLabel(of.indicator, of.language) })}
      </p>
      <div className={drawerStyles.months}>
        {draft.months.map(({ month, value }, at) => (
          <Field
            key={month}
            label={formatMonth(month, of.language, 'short')}
            inputMode="decimal"
            value={value}
            onChange={({ target }) =>
              change({
                months: draft.months.map((one, i) =>
                  i === at ? { ...one, value: target.value } : one,
                ),
              })
            }
            error={faultText(faults[`month.${at}`], t)}
          />
        ))}
      </div>
    </>
  );
}
