import type { ZoneProfile } from '#domain/zone/zone.ts';
import { zoneFormLabels } from '#web/features/zone/labels/index.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { Field, SelectField } from '#web/ui/controls/field.tsx';

/** The source of a fact: one that the zone lists, or a text. */
export function SourceField({
  sources,
  value,
  error,
  onChange,
}: {
  readonly sources: ZoneProfile['sources'];
  readonly value: string;
  readonly error?: string | undefined;
  readonly onChange: (source: string) => void;
}) {
  const t = useLabels(zoneFormLabels);
  const language = useLanguage();
  const isListed = sources.some(({ id }) => id === value);
  return (
    <>
      {sources.length === 0 ? null : (
        <SelectField
          label={t('source')}
          value={isListed ? value : ''}
          onChange={(event) => onChange(event.target.value)}
        >
          <option value="">{t('source_words')}</option>
          {sources.map(({ id, title }) => (
            <option key={id} value={id}>
              {title[language]}
            </option>
          ))}
        </SelectField>
      )}
      {isListed ? null : (
        <Field
          label={t(sources.length === 0 ? 'source' : 'source_in_words')}
          hint={t('source_hint')}
          value={value}
          error={error}
          maxLength={300}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </>
  );
}
