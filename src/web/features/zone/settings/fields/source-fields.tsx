import { sameWords } from '#domain/labels/index.ts';
import type { Source } from '#domain/zone/zone.ts';
import { zoneFormLabels } from '#web/features/zone/labels/index.ts';
import {
  EntryList,
  makeEntryId,
  type ChangesOf,
} from '#web/features/zone/settings/form/entry-list.tsx';
import {
  type FormFault,
  isWebAddress,
  useFault,
} from '#web/features/zone/settings/form/faults.tsx';
import { today, type ZoneFieldsProps } from '#web/features/zone/settings/form/settings-form.tsx';
import { TextFields } from '#web/features/zone/settings/form/text-fields.tsx';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { Field } from '#web/ui/controls/field.tsx';
import { DayField } from './day-field.tsx';
import * as formStyles from '#web/features/zone/settings/form/settings-form.module.css';

/** The sources that facts, figures and targets name. */
export function SourceFields({ draft: { sources }, change }: ZoneFieldsProps) {
  const t = useLabels(zoneFormLabels);
  const language = useLanguage();
  return (
    <EntryList
      entries={sources}
      path={({ id }) => `sources.${id}`}
      title={({ title }) => title[language]}
      onChange={(next) => change({ sources: next })}
      add={t('add_source')}
      makeEntry={(): Source => ({
        id: makeEntryId('source'),
        title: sameWords(''),
        date: today(),
      })}
    >
      {(source, put) => <OneSource source={source} onChange={put} />}
    </EntryList>
  );
}

function OneSource({
  source,
  onChange,
}: {
  readonly source: Source;
  readonly onChange: (changes: ChangesOf<Source>) => void;
}) {
  const t = useLabels(zoneFormLabels);
  const [fault, addressFault] = [
    useFault(`sources.${source.id}.title`),
    useFault(`sources.${source.id}.url`),
  ];
  return (
    <>
      <TextFields
        label={t('prop_title')}
        value={source.title}
        error={fault}
        onChange={(title) => onChange({ title })}
      />
      <div className={formStyles.columns}>
        <DayField
          label={t('published_on')}
          value={source.date}
          onChange={(date) => onChange({ date })}
        />
        <Field
          type="url"
          label={t('web_address')}
          value={source.url ?? ''}
          maxLength={500}
          error={addressFault}
          onChange={(event) => onChange({ url: event.target.value.trim() || undefined })}
        />
      </div>
    </>
  );
}

/** Finds faults: the address of a source begins with http. */
export const findSourceFaults = ({ sources }: ZoneFieldsProps['draft']): readonly FormFault[] =>
  sources.flatMap(({ id, url }) =>
    url === undefined || isWebAddress(url)
      ? []
      : [{ path: `sources.${id}.url`, rule: 'http_address' }],
  );
