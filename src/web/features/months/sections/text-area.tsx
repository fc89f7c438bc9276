import * as monthsStyles from '#web/features/months/months.module.css';

/** A text of several lines with its label and the most characters that it takes. */
export const TextArea = ({
  label,
  max,
  rows = 2,
  value,
  onType,
}: {
  readonly label: string;
  readonly max: number;
  readonly rows?: number;
  readonly value: string;
  readonly onType: (text: string) => void;
}) => (
  <label className={monthsStyles.note}>
    <span>{label}</span>
    <textarea
      rows={rows}
      maxLength={max}
      value={value}
      onChange={(event) => onType(event.target.value)}
    />
  </label>
);
