import { type TextareaHTMLAttributes, useId } from 'react';
import { type Around, describedBy, Frame, Full, useRequiredWords } from './field.tsx';
import * as controlsStyles from './controls.module.css';

/** A field for a text of several lines. It grows with its text. */
export function LongField({
  label,
  hint,
  error,
  ...input
}: Around & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id' | 'className'>) {
  const id = useId();
  const words = useRequiredWords(input.required);
  const { maxLength = 0, value } = input;
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <textarea
        rows={1}
        {...words}
        {...input}
        className={controlsStyles.growing}
        id={id}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={describedBy(id, { label, hint, error })}
      />
      {maxLength > 0 && String(value ?? '').length >= maxLength ? (
        <Full maxLength={maxLength} />
      ) : null}
    </Frame>
  );
}
