import { fillText, type Text } from '#domain/values/language.ts';
import { sameWords } from '#domain/labels/index.ts';
import type { ChecklistItem } from '#domain/zone/indicator.ts';
import { zoneFormLabels } from '#web/features/zone/labels/index.ts';
import {
  type ChangesOf,
  EntryList,
  makeEntryId,
} from '#web/features/zone/settings/form/entry-list.tsx';
import { useFault } from '#web/features/zone/settings/form/faults.tsx';
import { TextFields } from '#web/features/zone/settings/form/text-fields.tsx';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { Field } from '#web/ui/controls/field.tsx';
import { DateField } from '#web/ui/dates/date-field.tsx';
import * as formStyles from '#web/features/zone/settings/form/settings-form.module.css';

/** The named items of a checklist: planned day, day done, proof and owner. */
export function ChecklistFields({
  of,
  items,
  onChange,
}: {
  /** The path of the items, as `phases.start.items`. */
  readonly of: string;
  readonly items: readonly ChecklistItem[];
  readonly onChange: (items: readonly ChecklistItem[]) => void;
}) {
  const t = useLabels(zoneFormLabels);
  const language = useLanguage();
  return (
    <div className={formStyles.nested}>
      <h3>{t('checklist')}</h3>
      <EntryList
        entries={items}
        path={({ id }) => `${of}.${id}`}
        title={({ name }) => fillText(name)[language]}
        onChange={onChange}
        add={t('add_item')}
        makeEntry={(): ChecklistItem => ({ id: makeEntryId('item'), name: sameWords('') })}
      >
        {(item, put) => (
          <>
            <ItemName path={`${of}.${item.id}`} item={item} onChange={(name) => put({ name })} />
            <ItemDetails path={`${of}.${item.id}`} item={item} onChange={put} />
          </>
        )}
      </EntryList>
    </div>
  );
}

function ItemName({
  path,
  item,
  onChange,
}: {
  readonly path: string;
  readonly item: ChecklistItem;
  readonly onChange: (name: Text) => void;
}) {
  const t = useLabels(zoneFormLabels);
  const fault = useFault(`${path}.name`);
  return (
    <TextFields label={t('item')} value={fillText(item.name)} error={fault} onChange={onChange} />
  );
}

/** The days of an item, its proof and its owner. */
function ItemDetails({
  path,
  item,
  onChange,
}: {
  readonly path: string;
  readonly item: ChecklistItem;
  readonly onChange: (changes: ChangesOf<ChecklistItem>) => void;
}) {
  const t = useLabels(zoneFormLabels);
  const doneFault = useFault(`${path}.done`);
  return (
    <div className={formStyles.columns}>
      {(['planned', 'done'] as const).map((key) => (
        <DateField
          key={key}
          label={t(`${key}_optional`)}
          value={item[key] ?? ''}
          error={key === 'done' ? doneFault : undefined}
          onChange={(event) => onChange({ [key]: event.target.value || undefined })}
        />
      ))}
      {(['proof', 'owner'] as const).map((key) => (
        <Field
          key={key}
          label={t(`${key}_optional`)}
          value={item[key] ?? ''}
          maxLength={200}
          onChange={(event) => onChange({ [key]: event.target.value || undefined })}
        />
      ))}
    </div>
  );
}
