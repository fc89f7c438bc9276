import { compact } from '#domain/values/compact.ts';
import type { ValueEvidence } from '#contract/targets/value-evidence-schemas.ts';
import { overdueItems } from '#domain/zone/checklist.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import { findTargetOf } from '#domain/zone/period-key.ts';
import { makeFreeId } from '#domain/zone/templates/template-use.ts';
import { useLabels } from '#web/i18n/text.ts';
import { ReadFailure } from '#web/loading/query-view.tsx';
import { IconButton, TextButton } from '#web/ui/controls/button.tsx';
import { Field } from '#web/ui/controls/field.tsx';
import { DateField } from '#web/ui/dates/date-field.tsx';
import { FileLink } from '#web/features/targets/value-files/file-link.tsx';
import { useValueFiles } from '#web/features/targets/value-files/queries.ts';
import type { ItemDraft } from '#web/features/settings/indicators/draft/target-draft.ts';
import { indicatorLabels } from '#web/features/settings/indicators/labels/index.ts';
import { type FieldsProps, faultText } from './fields.ts';
import * as drawerStyles from './drawer.module.css';

/** Reads the files of the items of the stored target, withdrawn ones included. */
function useItemFiles({ indicator, period, profile }: FieldsProps['of']) {
  const savedTarget = findTargetOf(profile.targets, indicator.id, period);
  const query = useValueFiles({ indicator: indicator.id });
  const files = (query.data?.items ?? []).filter(
    ({ target, item }) =>
      savedTarget !== undefined && item !== undefined && target === targetKey(savedTarget),
  );
  return { query, files };
}

/** The files that prove an item. A press saves one. */
function ItemFiles({
  name,
  files,
}: {
  readonly name: string;
  readonly files: readonly ValueEvidence[];
}) {
  const t = useLabels(indicatorLabels);
  if (files.length === 0) return null;
  return (
    <ul aria-label={t('item_files', { name })}>
      {files.map((evidence) => (
        <li key={evidence.id}>
          <FileLink evidence={evidence} />
        </li>
      ))}
    </ul>
  );
}

interface ItemFieldsProps extends Pick<FieldsProps, 'faults'> {
  readonly item: ItemDraft;
  /** The place of the item in the list, from 0. */
  readonly at: number;
  readonly put: (next: Partial<ItemDraft>) => void;
  readonly remove: () => void;
  readonly files: readonly ValueEvidence[];
}

/** The fields of one item, with its files. */
function ItemFields({ item, at, put, remove, faults, files }: ItemFieldsProps) {
  const t = useLabels(indicatorLabels);
  const name = item.name || String(at + 1);
  return (
    <div className={drawerStyles.item}>
      <Field
        label={t('item_name', { n: at + 1 })}
        value={item.name}
        maxLength={300}
        onChange={({ target }) => put({ name: target.value })}
        error={faultText(faults[`item.${at}`], t)}
      />
      <div className={drawerStyles.line}>
        <DateField
          label={t('item_planned')}
          value={item.planned}
          onChange={({ target }) => put({ planned: target.value })}
        />
        <DateField
          label={t('item_done')}
          value={item.done}
          error={faultText(faults[`item.${at}.done`], t)}
          onChange={({ target }) => put({ done: target.value })}
        />
      </div>
      <div className={drawerStyles.line}>
        <Field
          label={t('item_proof')}
          value={item.proof}
          maxLength={500}
          onChange={({ target }) => put({ proof: target.value })}
        />
        <Field
          label={t('owner')}
          value={item.owner}
          list="owner-names"
          maxLength={200}
          onChange={({ target }) => put({ owner: target.value })}
        />
        <IconButton icon="close" label={t('remove_item', { name })} onClick={remove} />
      </div>
      <ItemFiles name={name} files={files} />
    </div>
  );
}

/** The named items of a target in words: planned and done days, proof, owner. */
export function ChecklistFields({ draft, change, faults, of }: FieldsProps) {
  const t = useLabels(indicatorLabels);
  const { items } = draft;
  const { query, files } = useItemFiles(of);
  const put = (at: number, next: Partial<ItemDraft>) =>
    change({ items: items.map((item, i) => (i === at ? { ...item, ...next } : item)) });
  const add = () => {
    // a file names the id of its item, also after the item is removed
    const takenIds = [...items.map(({ id }) => id), ...files.flatMap(({ item }) => item ?? [])];
    const id = makeFreeId('item', takenIds);
    change({ items: [...items, { id, name: '', planned: '', done: '', proof: '', owner: '' }] });
  };
  const doneCount = items.filter((item) => item.done !== '' && item.done <= of.today).length;
  const overdueNames = overdueItems(
    items.map((item) => ({
      id: item.id,
      name: {},
      ...compact({
        planned: item.planned === '' ? undefined : item.planned,
        done: item.done === '' ? undefined : item.done,
      }),
    })),
    of.today,
  ).length;
  return (
    <fieldset className={drawerStyles.group}>
      <legend>{t('checklist')}</legend>
      {items.length === 0 ? (
        <p className={drawerStyles.quiet}>{t('no_items')}</p>
      ) : (
        <p>
          <b>{t('items_done', { done: doneCount, total: items.length })}</b>
          {overdueNames === 0 ? null : (
            <span className={drawerStyles.behind}>
              {' '}
              · {t('items_overdue', { n: overdueNames })}
            </span>
          )}
        </p>
      )}
      <ReadFailure query={query} />
      {items.map((item, at) => (
        <ItemFields
          key={item.id}
          {...{ item, at, faults }}
          put={(next) => put(at, next)}
          remove={() => change({ items: items.filter((_, i) => i !== at) })}
          files={files.filter((one) => one.item === item.id && one.withdrawn === undefined)}
        />
      ))}
      <TextButton disabled={query.isError} onClick={add}>
        {t('add_item')}
      </TextButton>
    </fieldset>
  );
}
