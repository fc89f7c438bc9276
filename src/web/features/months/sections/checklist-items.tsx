import { daysBetween, monthEnd } from '#domain/values/date.ts';
import { formatDate } from '#domain/values/format.ts';
import { fillText } from '#domain/values/language.ts';
import { checklistAt, overdueItems } from '#domain/zone/checklist.ts';
import { targetKey, type ChecklistItem } from '#domain/zone/indicator.ts';
import { useUpdateZone } from '#web/data/mutations.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { serverDay } from '#web/data/server-clock.ts';
import { useTypedFields } from '#web/data/use-draft.ts';
import { monthLabels } from '#web/features/months/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { DateField } from '#web/ui/dates/date-field.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { replaceTarget, useTargetName, type ChecklistProps } from './checklist-target.ts';
import * as overviewStyles from '#web/features/overview/overview.module.css';
import * as monthsStyles from '#web/features/months/months.module.css';

interface ItemProps {
  /** The item with its day as typed. */
  readonly item: ChecklistItem;
  /** The day up to which the month counts. */
  readonly day: string;
  readonly onType: (value: string) => void;
}

/** One item: its name, its planned day, whose it is, and a field for the day on which it was done. */
function ItemRow({ item, day, onType }: ItemProps) {
  const t = useLabels(monthLabels);
  const language = useLanguage();
  const name = fillText(item.name)[language];
  const { planned, owner, done = '' } = item;
  const isOverdue = overdueItems([item], day).length > 0;
  return (
    <li>
      <span>
        {name}
        <small>
          {planned === undefined ? null : (
            <span>{t('item_planned', { day: formatDate(planned, language) })}</span>
          )}
          {planned === undefined || !isOverdue ? null : (
            <span className={monthsStyles.overdue}>
              {t('item_overdue', { days: daysBetween(planned, day) })}
            </span>
          )}
          {owner === undefined ? null : <span>{owner}</span>}
        </small>
      </span>
      <DateField
        label={t('item_done', { item: name })}
        isBare
        value={done}
        max={serverDay()}
        onChange={({ target }) => onType(target.value)}
      />
    </li>
  );
}

/** The item with a typed day on which it was done. An empty text takes the day away. */
function withDone(storedItem: ChecklistItem, typedDay: string | undefined): ChecklistItem {
  const { done: _before, ...item } = storedItem;
  if (typedDay === undefined) return storedItem;
  return typedDay === '' ? item : { ...item, done: typedDay };
}

/** A checklist with named items. The count follows from the days on which they were done. */
export function ChecklistItems({ profile, target, month }: ChecklistProps) {
  const t = useLabels(monthLabels);
  const language = useLanguage();
  const key = `checklist.${profile.origin}.${targetKey(target)}`;
  const { texts, type, forget } = useTypedFields(key);
  const update = useUpdateZone();
  const name = useTargetName({ profile, target });
  const items = target.items ?? [];
  const next = { ...target, items: items.map((item) => withDone(item, texts[item.id])) };
  const day = [monthEnd(month), serverDay()].toSorted()[0] ?? serverDay();
  const count = checklistAt(next, day);
  const save = () => {
    if (next.items.some(({ done = '' }) => done > serverDay())) return;
    update.mutate(replaceTarget(profile, target, next), { onSuccess: forget });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <p className={overviewStyles.lead}>
        {t('checklist_items', {
          name,
          done: count?.done ?? 0,
          total: items.length,
          day: formatDate(day, language, 'long'),
        })}{' '}
        <small>{t('checklist_hint')}</small>
      </p>
      <ul className={monthsStyles.items}>
        {next.items.map((item) => (
          <ItemRow key={item.id} item={item} day={day} onType={(value) => type(item.id, value)} />
        ))}
      </ul>
      <Button type="submit" disabled={update.isPending}>
        {t('save')}
      </Button>
      {update.isError ? <ErrorPanel failure={toProblem(update.error)} /> : null}
      {update.isSuccess ? <p role="status">{t('checklist_saved')}</p> : null}
    </form>
  );
}
