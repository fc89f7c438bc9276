import { useId, useState } from 'react';
import type { Language } from '#domain/values/language.ts';
import { isTimeZone, offsetName } from '#domain/time/time-zone.ts';
import { timeZoneLabels } from './labels/index.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { Field } from '#web/ui/controls/field.tsx';
import { useHydrated } from '#web/ui/use-hydrated.ts';

/** The time zone of this computer. */
export const browserTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Describes a time zone, as "UTC+9 · Japan Time". */
function describe(timeZone: string, language: Language): string {
  const now = new Date();
  const name = new Intl.DateTimeFormat(language, { timeZone, timeZoneName: 'longGeneric' })
    .formatToParts(now)
    .find(({ type }) => type === 'timeZoneName')?.value;
  // without a name, Intl returns the offset again
  return [offsetName(now, timeZone), /^GMT|^UTC/.test(name ?? '') ? undefined : name]
    .filter((text) => text !== undefined)
    .join(' · ');
}

interface TimeZoneFieldProps {
  readonly value: string;
  readonly error?: string | undefined;
  readonly onChange: (timeZone: string) => void;
}

/** A field for the name of a time zone, with a choice of those that the browser supports. */
export function TimeZoneField({ value, error, onChange }: TimeZoneFieldProps) {
  const t = useLabels(timeZoneLabels);
  const language = useLanguage();
  const list = useId();
  // a server knows other names and words than the browser
  const isHydrated = useHydrated();
  const [names] = useState(() => ['UTC', ...Intl.supportedValuesOf('timeZone')]);
  const isKnown = isHydrated && isTimeZone(value);
  return (
    <div>
      <Field
        label={t('time_zone')}
        hint={isKnown ? `${describe(value, language)} · ${t('days_end')}` : t('hint')}
        list={list}
        autoComplete="off"
        spellCheck={false}
        maxLength={60}
        value={value}
        error={error}
        onChange={(event) => onChange(event.target.value.trim())}
      />
      <datalist id={list}>
        {isHydrated ? [...new Set(names)].map((name) => <option key={name} value={name} />) : null}
      </datalist>
    </div>
  );
}
