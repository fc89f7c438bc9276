import { writeNotKnown } from '#domain/labels/projects/register-days.ts';
import type { Outlook } from '#domain/outlook/outlook.ts';
import { weakestStatus } from '#domain/values/data-status.ts';
import { formatCount, formatDate } from '#domain/values/format.ts';
import { outlookLabels } from '#web/features/outlook/labels/index.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { WeakStatusChip } from '#web/ui/display/chip.tsx';
import { ExplainableFigure } from '#web/ui/display/explained.tsx';
import { writeStatement } from './statement.ts';
import * as outlookStyles from '#web/features/outlook/outlook.module.css';
import * as textStyles from '#web/ui/text.module.css';

/** All projects that can add to a target, divided by stage. */
const activeProjects = 'counted=count&by=stage&stack=none&in=projects';

/** The days on which the statement rests: of the targets, of their values and of the register. */
function useDays({ as_of, targets }: Outlook): readonly string[] {
  const t = useLabels(outlookLabels);
  const language = useLanguage();
  const write = (date: string): string => formatDate(date, language, 'long');
  const deadlines = targets.map(({ row }) => row.deadline).sort();
  const values = targets.flatMap(({ row }) => row.now?.date ?? []).sort();
  const [due, lastDue] = [deadlines[0], deadlines.at(-1)];
  const [value, lastValue] = [values[0], values.at(-1)];
  return [
    due === undefined || lastDue === undefined
      ? ''
      : due === lastDue
        ? t('deadline', { date: write(due) })
        : t('deadlines', { first: write(due), last: write(lastDue) }),
    value === undefined || lastValue === undefined
      ? ''
      : value === lastValue
        ? t('values_to', { date: write(value) })
        : t('values_between', { first: write(value), last: write(lastValue) }),
    t('as_of_day', { date: write(as_of) }),
  ].filter((part) => part !== '');
}

/** Whether the targets will be met, in one or two sentences, and the days of the data. */
export function StatementPart({ outlook }: { readonly outlook: Outlook }) {
  const t = useLabels(outlookLabels);
  const language = useLanguage();
  const days = useDays(outlook);
  const { projects, targets } = outlook;
  const statuses = targets.flatMap(({ row }) => (row.now === undefined ? [] : row.verdict_status));
  return (
    <>
      <h2 className={outlookStyles.lead} data-says="verdict target outlook_ceiling">
        {writeStatement(outlook, t, language)}
      </h2>
      <p className={textStyles.note}>
        {statuses.length === 0 ? null : <WeakStatusChip status={weakestStatus(statuses)} />}{' '}
        {projects === undefined ? (
          writeNotKnown(outlook, language)
        ) : (
          <ExplainableFigure measure="breakdown_count" of={activeProjects}>
            {t('on_file', { n: formatCount(projects, language) })}
          </ExplainableFigure>
        )}
        {days.map((day) => ` · ${day}`)}
      </p>
    </>
  );
}
