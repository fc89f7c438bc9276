import type { Delivery } from '#contract/reminders/schemas.ts';
import { formatDate } from '#domain/values/format.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { digestLabels } from './labels/index.ts';
import * as remindersStyles from './reminders.module.css';

const two = (n: number): string => String(n).padStart(2, '0');

/** How the last digest went, and why it failed. Moments are in the reader's own time. */
export function DeliveryState({ delivery }: { readonly delivery: Delivery | undefined }) {
  const t = useLabels(digestLabels);
  const language = useLanguage();
  if (delivery === undefined) return <>{t('never')}</>;
  const moment = (text: string): string => {
    const at = new Date(text);
    const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
    return `${formatDate(day, language, 'short')} ${two(at.getHours())}:${two(at.getMinutes())}`;
  };
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
