import { monthEnd, type Month } from '#domain/values/date.ts';
import { makeWording } from '#domain/targets/wording.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { sentenceStart } from '#domain/values/sentence-start.ts';
import { useUpdateZone } from '#web/data/mutations.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { useTypedFields } from '#web/data/use-draft.ts';
import { monthLabels } from '#web/features/months/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Field } from '#web/ui/controls/field.tsx';
import * as overviewStyles from '#web/features/overview/overview.module.css';
import * as monthsStyles from '#web/features/months/months.module.css';

/** The checklist of the qualitative target: items done of all items, never a percentage. */
export function ChecklistForm({
  profile,
  month,
}: {
  readonly profile: ZoneProfile;
  readonly month: Month;
}) {
  const t = useLabels(monthLabels);
  const language = useLanguage();
  const target = profile.targets.find((one) => one.comparator === 'qualitative');
  const indicator = profile.indicators.find(({ id }) => id === target?.indicator);
  const { texts, type, forget } = useTypedFields(`checklist.${profile.origin}`);
  const done = texts['done'] ?? String(target?.checklist?.done ?? '');
  const total = texts['total'] ?? String(target?.checklist?.total ?? '');
  const update = useUpdateZone();
  if (target === undefined) return null;
  const whole = (text: string) => /^\d{1,4}$/.test(text.trim());
  const wrong = whole(done) && whole(total) && Number(done) > Number(total);
  const save = () => {
    if (!whole(done) || !whole(total) || wrong || Number(total) === 0) return;
    const checklist = { done: Number(done), total: Number(total), date: monthEnd(month) };
    const targets = profile.targets.map((one) => (one === target ? { ...one, checklist } : one));
    update.mutate({ base: profile, changes: { targets } }, { onSuccess: forget });
  };
  return (
    <form
      className={monthsStyles.checklist}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h2>{t('checklist_title')}</h2>
      <p className={overviewStyles.lead}>
        {t('checklist_intro', {
          name: sentenceStart(
            indicator === undefined ? target.indicator : makeWording(target, indicator)[language],
          ),
        })}
      </p>
      <div className={monthsStyles.period}>
        <Field
          label={t('checklist_done')}
          inputMode="numeric"
          autoComplete="off"
          value={done}
          onChange={(event) => type('done', event.target.value)}
          {...(wrong ? { error: t('checklist_wrong') } : {})}
        />
        <Field
          label={t('checklist_total')}
          inputMode="numeric"
          autoComplete="off"
          value={total}
          onChange={(event) => type('total', event.target.value)}
        />
        <Button type="submit" disabled={update.isPending || !whole(done) || !whole(total)}>
          {t('save')}
        </Button>
      </div>
      {update.isError ? <ErrorPanel failure={toProblem(update.error)} /> : null}
      {update.isSuccess ? <p role="status">{t('checklist_saved')}</p> : null}
    </form>
  );
}
