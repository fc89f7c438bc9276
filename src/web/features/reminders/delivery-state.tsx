import type { Delivery } from '#contract/reminders/schemas.ts';
import { useMoment } from '#web/ui/time/use-moment.ts';
import { useLabels } from '#web/i18n/text.ts';
import { digestLabels } from './labels/index.ts';
import * as remindersStyles from './reminders.module.css';

/** The result of the last digest, and why it failed. Moments are in the time of the zone. */
export function DeliveryState({ delivery }: { readonly delivery: Delivery | undefined }) {
  const t = useLabels(digestLabels);
  const moment = useMoment();
  if (delivery === undefined) return <>{t('never')}</>;
  const { state, at, next_try_at, error } = delivery;
  const words =
    state === 'sending' || state === 'unknown'
      ? t(`state_${state}`)
      : t(`state_${state}`, { at: moment(next_try_at ?? at) });
  return (
    <>
      {words}
      {error === undefined ? null : (
        <small className={remindersStyles.fault}>{t(`fault_${error}`)}</small>
      )}
    </>
  );
}
