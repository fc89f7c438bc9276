import { compact } from '#domain/values/compact.ts';
import { monthEnd } from '#domain/values/date.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import { useUpdateZone } from '#web/data/mutations.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { useTypedFields } from '#web/data/use-draft.ts';
import { monthLabels } from '#web/features/months/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Field } from '#web/ui/controls/field.tsx';
import { ChecklistItems } from './checklist-items.tsx';
import { replaceTarget, useTargetName, type ChecklistProps } from './checklist-target.ts';
import * as overviewStyles from '#web/features/overview/overview.module.css';
import * as monthsStyles from '#web/features/months/months.module.css';

/** The checklists of targets in words: their named items, else the number of done items. */
export function Checklists({ profile, month }: Omit<ChecklistProps, 'target'>) {
  const t = useLabels(monthLabels);
  const targets = profile.targets.filter(({ comparator }) => comparator === 'qualitative');
  return targets.length === 0 ? null : (
    <section className={monthsStyles.checklist} aria-labelledby="checklists">
      <h2 id="checklists">{t('checklist_title')}</h2>
      {targets.map((target) => {
        const List = (target.items?.length ?? 0) > 0 ? ChecklistItems : ChecklistCount;
        return <List key={targetKey(target)} profile={profile} target={target} month={month} />;
      })}
    </section>
  );
}

/** A checklist without named items: the number of done items of all, never a percentage. */
function ChecklistCount({ profile, target, month }: ChecklistProps) {
  const t = useLabels(monthLabels);
  const key = `checklist.${profile.origin}.${targetKey(target)}`;
  const { texts, type, forget } = useTypedFields(key);
  const doneCount = texts['done'] ?? String(target.checklist?.done ?? '');
  const total = texts['total'] ?? String(target.checklist?.total ?? '');
  const update = useUpdateZone();
  const name = useTargetName({ profile, target });
  const whole = (text: string) => /^\d{1,4}$/.test(text.trim());
  const wrong = whole(doneCount) && whole(total) && Number(doneCount) > Number(total);
  const save = () => {
    if (!whole(doneCount) || !whole(total) || wrong || Number(total) === 0) return;
    const checklist = { done: Number(doneCount), total: Number(total), date: monthEnd(month) };
    const change = replaceTarget(profile, target, { ...target, checklist });
    update.mutate(change, { onSuccess: forget });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <p className={overviewStyles.lead}>{t('checklist_intro', { name })}</p>
      <div className={monthsStyles.period}>
        <Field
          label={t('checklist_done')}
          inputMode="numeric"
          autoComplete="off"
          value={doneCount}
          onChange={(event) => type('done', event.target.value)}
          {...compact({ error: wrong ? t('checklist_wrong') : undefined })}
        />
        <Field
          label={t('checklist_total')}
          inputMode="numeric"
          autoComplete="off"
          value={total}
          onChange={(event) => type('total', event.target.value)}
        />
        <Button type="submit" disabled={update.isPending || !whole(doneCount) || !whole(total)}>
          {t('save')}
        </Button>
      </div>
      {update.isError ? <ErrorPanel failure={toProblem(update.error)} /> : null}
      {update.isSuccess ? <p role="status">{t('checklist_saved')}</p> : null}
    </form>
  );
}
