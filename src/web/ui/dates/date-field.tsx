import { lazy, type ReactNode, type RefObject, Suspense, useEffect, useId, useRef } from 'react';
import { useLabels } from '#web/i18n/text.ts';
import { IconButton } from '#web/ui/controls/button.tsx';
import { describedBy, Frame, useMissingWords } from '#web/ui/controls/field.tsx';
import { Skeleton } from '#web/ui/feedback/skeleton.tsx';
import { Popover } from '#web/ui/overlays/popover.tsx';
import { dateLabels } from './labels/index.ts';
import { type DateInputProps, useTypedDate } from './use-typed-date.ts';
import * as datesStyles from './dates.module.css';

const Calendar = lazy(async () => ({ default: (await import('./calendar.tsx')).Calendar }));

interface DateFieldProps extends DateInputProps {
  /** The id of the field, for what gives it the focus. */
  readonly id?: string | undefined;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  /** Only screen readers get the label, where it is visible elsewhere. */
  readonly isBare?: boolean;
}

/**
 * Tells the form of a field about its fault. A form that validates itself would send an empty day
 * instead of a text that can't be read, so this stops it.
 */
function useValidity(
  field: RefObject<HTMLInputElement | null>,
  fault: string | undefined,
  isUnread: boolean,
): void {
  useEffect(() => field.current?.setCustomValidity(fault ?? ''), [field, fault]);
  useEffect(() => {
    const form = field.current?.form;
    if (!isUnread || form === undefined || form === null) return undefined;
    const stop = (event: Event): void => {
      event.preventDefault();
      event.stopPropagation();
      field.current?.focus();
    };
    form.addEventListener('submit', stop);
    return () => form.removeEventListener('submit', stop);
  }, [field, isUnread]);
}

/**
 * A day or a month as text in the language of the page, with a calendar beside it. Browsers' own
 * fields are in the language of the browser.
 */
export function DateField({
  id: givenId,
  label,
  hint,
  error,
  isBare = false,
  ...input
}: DateFieldProps) {
  const t = useLabels(dateLabels);
  const ownId = useId();
  const id = givenId ?? ownId;
  const field = useRef<HTMLInputElement>(null);
  const { kind = 'date', value, min, max, required } = input;
  const { text, example, fault, isUnread, shownFault, type, leave, choose } = useTypedDate(input);
  const words = useMissingWords();
  useValidity(field, fault, isUnread);
  const wrong = error ?? shownFault;
  const around = { label, hint, error: wrong };
  const box = (
    <div className={datesStyles.box}>
      <input
        ref={field}
        id={id}
        type="text"
        autoComplete="off"
        value={text}
        placeholder={example}
        required={required}
        aria-label={isBare && typeof label === 'string' ? label : undefined}
        aria-invalid={wrong === undefined ? undefined : true}
        aria-describedby={describedBy(id, around)}
        onChange={({ target }) => type(target.value)}
        onInvalid={words.onInvalid}
        // a date that can't be read keeps its own words
        onInput={fault === undefined ? words.onInput : undefined}
        onBlur={(event) => {
          if (fault === undefined) words.onBlur(event);
          leave();
        }}
      />
      <Popover
        label={t('calendar')}
        trigger={(button) => <IconButton {...button} icon="calendar" label={t('open')} />}
      >
        {(close) => (
          <Suspense fallback={<Skeleton lines={6} />}>
            <Calendar
              {...{ kind, value, min, max }}
              onChoose={(date) => {
                choose(date);
                close();
                field.current?.focus();
              }}
            />
          </Suspense>
        )}
      </Popover>
    </div>
  );
  if (isBare)
    return (
      <div className={datesStyles.bare}>
        {box}
        {wrong === undefined ? null : (
          <p className={datesStyles.fault} id={`${id}-error`} role="alert">
            {wrong}
          </p>
        )}
      </div>
    );
  return (
    <Frame id={id} label={label} hint={hint} error={wrong}>
      {box}
    </Frame>
  );
}
