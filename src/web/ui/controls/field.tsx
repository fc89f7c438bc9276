import { compact } from '#domain/values/compact.ts';
import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  startTransition,
  useId,
  useOptimistic,
} from 'react';
import { useLabels } from '#web/i18n/text.ts';
import { uiLabels } from '#web/ui/labels/index.ts';
import * as controlsStyles from './controls.module.css';

type FormControl = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

export interface Around {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** The error and its remedy. */
  readonly error?: ReactNode;
}
/** Makes the ids of hint and error of a field, for its control. */
export const describedBy = (id: string, { hint, error }: Around) =>
  [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`]
    .filter((x) => x !== '')
    .join(' ') || undefined;

/** Label, hint and error around a control. */
export const Frame = ({
  id,
  label,
  hint,
  error,
  children,
}: Around & { readonly id: string; readonly children: ReactNode }) => (
  <div className={controlsStyles.field}>
    <label htmlFor={id}>{label}</label>
    {children}
    {hint === undefined ? null : <small id={`${id}-hint`}>{hint}</small>}
    {error === undefined ? null : (
      <p className={controlsStyles.error} id={`${id}-error`} role="alert">
        {error}
      </p>
    )}
  </div>
);

/**
 * Makes the handlers of a required control: it says in the language of the page that it is empty.
 * Browsers say so in their own language.
 */
export function useMissingWords() {
  const t = useLabels(uiLabels);
  const clear = ({ currentTarget }: { readonly currentTarget: FormControl }): void =>
    currentTarget.setCustomValidity('');
  return {
    onInvalid: ({ currentTarget }: { readonly currentTarget: FormControl }): void => {
      if (currentTarget.validity.valueMissing) currentTarget.setCustomValidity(t('fill_in'));
    },
    onInput: clear,
    onBlur: clear,
  };
}

/** Makes these handlers for a control that may be required. */
export function useRequiredWords(isRequired: boolean | undefined) {
  const words = useMissingWords();
  return isRequired === true ? words : {};
}

/** An input with its label, hint and error, which a screen reader reads with it. */
export function Field({
  label,
  hint,
  error,
  ...input
}: Around & Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'className'>) {
  const id = useId();
  const words = useRequiredWords(input.required);
  const { maxLength = 0, value } = input;
  // a browser cuts what is pasted beyond the limit; a code is always as long as its limit
  const isFull = maxLength >= 60 && String(value ?? '').length >= maxLength;
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <input
        {...words}
        {...input}
        id={id}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={describedBy(id, { label, hint, error })}
      />
      {isFull ? <Full maxLength={maxLength} /> : null}
    </Frame>
  );
}

/** Says that a field takes no more characters. */
export function Full({ maxLength }: { readonly maxLength: number }) {
  const t = useLabels(uiLabels);
  return <small role="status">{t('at_most', { n: maxLength })}</small>;
}

/** A choice from a list with its label, hint and error. */
export function SelectField({
  label,
  hint,
  error,
  children,
  onChange,
  ...select
}: Around & Omit<SelectHTMLAttributes<HTMLSelectElement>, 'id' | 'className'>) {
  const id = useId();
  const [choice, show] = useOptimistic(select.value);
  const words = useRequiredWords(select.required);
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <select
        {...words}
        {...select}
        {...compact({ value: select.value === undefined ? undefined : choice })}
        onChange={(event) => {
          // the choice shows before the page that follows it is drawn
          startTransition(() => show(event.target.value));
          onChange?.(event);
        }}
        id={id}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={describedBy(id, { label, hint, error })}
      >
        {children}
      </select>
    </Frame>
  );
}

/**
 * Chooses a file or accepts a dropped one. The browser's own control, which is in the browser's
 * language, is invisible above ours and receives keys, clicks and drops.
 */
export function FileField({
  label,
  hint,
  error,
  choose,
  fileName,
  ...input
}: Around & {
  readonly choose: string;
  /** The name of the chosen file, or a text that there is none. */
  readonly fileName: string;
} & Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'className' | 'type'>) {
  const id = useId();
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <div className={controlsStyles.fileBox}>
        <input
          {...input}
          id={id}
          type="file"
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={describedBy(id, { label, hint, error })}
        />
        <span className={controlsStyles.button} aria-hidden="true">
          {choose}
        </span>
        <span>{fileName}</span>
      </div>
    </Frame>
  );
}

/** A checkbox with a label; the whole line can be clicked. */
export const Checkbox = ({
  label,
  hint,
  ...input
}: { readonly label: ReactNode; readonly hint?: ReactNode } & Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'type' | 'className'
>) => (
  <label className={controlsStyles.checkbox}>
    <input {...input} type="checkbox" />
    <span>
      {label}
      {hint === undefined ? null : <small>{hint}</small>}
    </span>
  </label>
);
