import { overdueItems } from '#domain/zone/checklist.ts';
import { makeFreeId } from '#domain/zone/templates/template-use.ts';
import { useLabels } from '#web/i18n/text.ts';
import { IconButton, TextButton } from '#web/ui/controls/button.tsx';
import { Field } from '#web/ui/controls/field.tsx';
import { DateField } from '#web/ui/dates/date-field.tsx';
import type { ItemDraft } from '#web/features/settings/indicators/draft/target-draft.ts';
import { indicatorLabels } from '#web/features/settings/indicators/labels/index.ts';
import { type FieldsProps, faultText } from './fields.ts';
import * as drawerStyles from './drawer.module.css';

/** The named items of a target in words: planned and done days, proof, owner. */
export function ChecklistFields({ draft, change, faults, of }: FieldsProps) {
  const t = useLabels(indicatorLabels);
  const { items } = draft;
  const put = (at: number, next: Partial<ItemDraft>) =>
    change({ items: items.map((item, i) => (i === at ? { ...item, ...next } : item)) });
  const add = () =>
    change({
      items: [
        ...items,
        {
          id: makeFreeId(
            'item',
            items.map(({ id }) => id),
          ),
          name: '',
          planned: '',
          done: '',
          proof: '',
          owner: '',
        },
      ],
    });
  const doneCount = items.filter((item) => item.done !== '' && item.done <= of.today).length;
  const overdueNames = overdueItems(
    items.map((item) => ({
      id: item.id,
      name: {},
      ...(item.planned === '' ? {} : { planned: item.planned }),
      ...(item.done === '' ? {} : { done: item.done }),
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
      {items.map((item, at) => (
        <div className={drawerStyles.item} key={item.id}>
          <Field
            label={t('item_name', { n: at + 1 })}
            value={item.name}
            maxLength={300}
            onChange={({ target }) => put(at, { name: target.value })}
            error={faultText(faults[`item.${at}`], t)}
          />
          <div className={drawerStyles.line}>
            <DateField
              label={t('item_planned')}
              value={item.planned}
              onChange={({ target }) => put(at, { planned: target.value })}
            />
            <DateField
              label={t('item_done')}
              value={item.done}
              error={faultText(faults[`item.${at}.done`], t)}
              onChange={({ target }) => put(at, { done: target.value })}
            />
          </div>
          <div className={drawerStyles.line}>
            <Field
              label={t('item_proof')}
              value={item.proof}
              maxLength={500}
              onChange={({ target }) => put(at, { proof: target.value })}
            />
            <Field
              label={t('owner')}
              value={item.owner}
              list="owner-names"
              maxLength={200}
              onChange={({ target }) => put(at, { owner: target.value })}
            />
            <IconButton
              icon="close"
              label={t('remove_item', { name: item.name || String(at + 1) })}
              onClick={() => change({ items: items.filter((_, i) => i !== at) })}
            />
          </div>
        </div>
      ))}
      <TextButton onClick={add}>{t('add_item')}</TextButton>
    </fieldset>
  );
}
