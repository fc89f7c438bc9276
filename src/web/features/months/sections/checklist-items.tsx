import { daysBetween, monthEnd, type Month } from '#domain/values/date.ts';
import { isProofOf } from '#domain/months/value-evidence.ts';
import type { ValueEvidence } from '#contract/targets/value-evidence-schemas.ts';
import { formatDate } from '#domain/values/format.ts';
import { fillText } from '#domain/values/language.ts';
import { checklistAt, overdueItems } from '#domain/zone/checklist.ts';
import { targetKey, type ChecklistItem, type Target } from '#domain/zone/indicator.ts';
import { useUpdateZone } from '#web/data/mutations.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { serverDay } from '#web/data/server-clock.ts';
import { useTypedFields } from '#web/data/use-draft.ts';
import { monthLabels } from '#web/features/months/labels/index.ts';
import { useValueFiles } from '#web/features/targets/value-files/queries.ts';
import { ValueFiles } from '#web/features/targets/value-files/value-files.tsx';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { ReadFailure } from '#web/loading/query-view.tsx';
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
  readonly target: Target;
  readonly month: Month;
  /** The files of the checklist's indicator; omitted where none can be added. */
  readonly files: readonly ValueEvidence[] | undefined;
}

/** One item: its name, planned day, owner and proof, and the day on which it was done. */
function ItemRow({ item, day, onType, target, month, files }: ItemProps) {
  const t = useLabels(monthLabels);
  const language = useLanguage();
  const name = fillText(item.name)[language];
  const { planned, owner, proof, done = '' } = item;
  const ofTarget = { target: targetKey(target), item: item.id };
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
          {proof === undefined ? null : <span>{proof}</span>}
        </small>
      </span>
      <DateField
        label={t('item_done', { item: name })}
        isBare
        value={done}
        max={serverDay()}
        onChange={(event) => onType(event.target.value)}
      />
      {files === undefined ? null : (
        <ValueFiles
          indicator={target.indicator}
          name={name}
          period={month}
          item={ofTarget}
          files={files.filter((one) => one.withdrawn === undefined && isProofOf(one, ofTarget))}
        />
      )}
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
  const query = useValueFiles({ indicator: target.indicator });
  const files = query.data?.items ?? [];
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
      <ReadFailure query={query} />
      <ul className={monthsStyles.items}>
        {next.items.map((item) => (
          <ItemRow
            key={item.id}
            {...{ item, day, target, month }}
            files={profile.origin === 'own' ? files : undefined}
            onType={(value) => type(item.id, value)}
          />
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
