import { linkSharers, type LinkPolicy } from '#domain/zone/zone.ts';
import { zoneFormLabels } from '#web/features/zone/labels/index.ts';
import { applyTo, type ChangesOf } from '#web/features/zone/settings/form/entry-list.tsx';
import { type FormFault, useFault } from '#web/features/zone/settings/form/faults.tsx';
import type { ZoneFieldsProps } from '#web/features/zone/settings/form/settings-form.tsx';
import { useLabels } from '#web/i18n/text.ts';
import { Checkbox, Field, SelectField } from '#web/ui/controls/field.tsx';
import * as formStyles from '#web/features/zone/settings/form/settings-form.module.css';

const switches = ['password_required', 'downloads_forbidden', 'live_forbidden'] as const;

/** The rules of the zone for its shared links. */
export function SharingFields({ draft, change }: ZoneFieldsProps) {
  const t = useLabels(zoneFormLabels);
  const policy = draft.link_policy ?? {};
  const fault = useFault('link_policy.longest_days');
  const put = (changes: ChangesOf<LinkPolicy>) => change({ link_policy: applyTo(policy, changes) });
  return (
    <>
      <div className={formStyles.columns}>
        <Field
          label={t('longest_days')}
          hint={t('longest_days_hint')}
          inputMode="numeric"
          value={policy.longest_days === undefined ? '' : String(policy.longest_days)}
          error={fault}
          onChange={(event) => {
            const digits = event.target.value.replaceAll(/\D/g, '').slice(0, 4);
            put({ longest_days: digits === '' ? undefined : Number(digits) });
          }}
        />
        <SelectField
          label={t('sharer')}
          value={policy.sharer ?? 'analyst'}
          onChange={(event) => {
            const sharer = linkSharers.find((one) => one === event.target.value);
            put({ sharer: sharer === 'analyst' ? undefined : sharer });
          }}
        >
          {linkSharers.map((role) => (
            <option key={role} value={role}>
              {t(`sharer_${role}`)}
            </option>
          ))}
        </SelectField>
      </div>
      {switches.map((rule) => (
        <Checkbox
          key={rule}
          label={t(rule)}
          hint={t(`${rule}_hint`)}
          checked={policy[rule] === true}
          onChange={(event) => put({ [rule]: event.target.checked ? true : undefined })}
        />
      ))}
    </>
  );
}

/** Finds faults: the longest life of a link is from a day to a year. */
export const findSharingFaults = ({
  link_policy: { longest_days } = {},
}: ZoneFieldsProps['draft']): readonly FormFault[] =>
  longest_days === undefined || (longest_days >= 1 && longest_days <= 366)
    ? []
    : [{ path: 'link_policy.longest_days', rule: 'days_in_year' }];
