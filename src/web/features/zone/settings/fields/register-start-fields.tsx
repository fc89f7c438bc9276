import type { ZoneProfile } from '#domain/zone/zone.ts';
import { type FormFault, useFault } from '#web/features/zone/settings/form/faults.tsx';
import { targetsLabels } from '#web/features/targets/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { TextButton } from '#web/ui/controls/button.tsx';
import { Field } from '#web/ui/controls/field.tsx';
import { DateField } from '#web/ui/dates/date-field.tsx';
import type { ZoneChanges as Changes } from '#domain/zone/zone.ts';
import * as textStyles from '#web/ui/text.module.css';
import * as targetsStyles from '#web/features/targets/targets.module.css';

/**
 * The day from which the register is complete, when that is before its first edition, with the
 * reason.
 */
export function RegisterStartFields({
  draft,
  change,
}: {
  readonly draft: ZoneProfile;
  readonly change: (changes: Changes) => void;
}) {
  const t = useLabels(targetsLabels);
  const fault = useFault('complete_from.reason');
  const { date, reason } = draft.complete_from ?? { date: '', reason: '' };
  return (
    <>
      <p className={textStyles.quiet}>{t('register_start_intro')}</p>
      <div className={targetsStyles.line}>
        <DateField
          label={t('complete_from')}
          value={date}
          onChange={(event) =>
            change({
              complete_from:
                event.target.value === '' ? null : { date: event.target.value, reason },
            })
          }
        />
        {date === '' ? null : (
          <Field
            label={t('complete_why')}
            value={reason}
            maxLength={500}
            error={fault}
            onChange={(event) => change({ complete_from: { date, reason: event.target.value } })}
          />
        )}
        {date === '' ? null : (
          <TextButton onClick={() => change({ complete_from: null })}>
            {t('complete_none')}
          </TextButton>
        )}
      </div>
    </>
  );
}

/** Finds faults: the first known day has a reason. */
export const findRegisterStartFaults = ({
  complete_from,
}: Pick<ZoneProfile, 'complete_from'>): readonly FormFault[] =>
  complete_from?.reason.trim() === '' ? [{ path: 'complete_from.reason', rule: 'empty_text' }] : [];
