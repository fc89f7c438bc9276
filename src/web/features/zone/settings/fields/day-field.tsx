import type { IsoDate } from '#domain/values/date.ts';
import { DateField } from '#web/ui/dates/date-field.tsx';

/** A day that can't be empty: an emptied field keeps the day. */
export const DayField = ({
  label,
  value,
  error,
  onChange,
}: {
  readonly label: string;
  readonly value: IsoDate;
  readonly error?: string | undefined;
  readonly onChange: (day: IsoDate) => void;
}) => (
  <DateField
    label={label}
    value={value}
    error={error}
    onChange={(event) => event.target.value !== '' && onChange(event.target.value)}
  />
);
