import type { ReactNode } from 'react';
import type { TypedValue } from '#domain/targets/entry/typed-value.ts';
import { setupLabels } from '#web/features/setup/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';

const faultLabels = {
  not_a_number: 'value_wrong',
  other_unit: 'value_unit',
  not_whole: 'value_whole',
  too_fine: 'value_fine',
  too_long: 'value_long',
  negative: 'value_negative',
} as const;

/** A text field with its parsed value. */
export interface ReadField {
  readonly text: string;
  readonly reading: TypedValue;
}

interface NumberProps {
  readonly id: string;
  readonly label: string;
  readonly head: string;
  readonly read: ReadField;
  readonly isChecked: boolean;
  readonly onText: (text: string) => void;
  /** Takes back the typed text, on Escape. */
  readonly onRestore: () => void;
  readonly children?: ReactNode;
}

/** A field for a number, with its fault below. Once checked, a wrong number says what to do. */
export function NumberField({
  id,
  label,
  head,
  read: { text, reading },
  isChecked,
  onText,
  onRestore,
  children,
}: NumberProps) {
  const t = useLabels(setupLabels);
  const isWrong = isChecked && reading.kind === 'wrong';
  return (
    <label>
      <span>{head}</span>
      <input
        id={id}
        inputMode="decimal"
        autoComplete="off"
        maxLength={30}
        aria-label={label}
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? `${id} wrong` : undefined}
        value={text}
        onChange={({ target }) => onText(target.value)}
        onKeyDown={({ key }) => {
          if (key === 'Escape') onRestore();
        }}
      />
      {isWrong ? (
        <em id={`${id} wrong`} role="alert">
          {t(faultLabels[reading.why])}
        </em>
      ) : null}
      {children}
    </label>
  );
}
