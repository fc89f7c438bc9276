import { formatDate } from '#domain/values/format.ts';
import { formatInPower } from '#domain/values/unit-power.ts';
import { authorWords } from '#domain/labels/index.ts';
import type { Target } from '#domain/zone/indicator.ts';
import { findTargetOf } from '#domain/zone/period-key.ts';
import { useZoneVersions } from '#web/features/targets/queries.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { useMoment } from '#web/ui/time/use-moment.ts';
import { DataTable } from '#web/ui/display/data-table.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import type { DraftOf } from '#web/features/settings/indicators/draft/target-draft.ts';
import type { TargetEditor } from '#web/features/settings/indicators/draft/use-target-draft.ts';
import { indicatorLabels } from '#web/features/settings/indicators/labels/index.ts';
import { comparatorKeys } from './fields.ts';

const comparedFields = [
  'value',
  'comparator',
  'deadline',
  'owner',
  'plan',
  'split',
  'source',
] as const;

/**
 * Your value, the other person's and the former one, by field, when another person saved first.
 * Nothing is lost.
 */
export function ConflictTable({
  of,
  editor,
}: {
  readonly of: DraftOf;
  readonly editor: TargetEditor;
}) {
  const t = useLabels(indicatorLabels);
  const { indicator, language, profile, period } = of;
  const moment = useMoment();
  const version = useZoneVersions().data?.items[0];
  const theirs = findTargetOf(profile.targets, indicator.id, period);
  const text = (target: Target | undefined, field: (typeof comparedFields)[number]): string => {
    if (target === undefined) return '–';
    if (field === 'plan') return target.plan === undefined ? '–' : t(`path_${target.plan.path}`);
    if (field === 'split')
      return (
        target.split?.parts
          .map(({ name, value }) => `${name} ${formatInPower(value, indicator, language)}`)
          .join(' · ') ?? '–'
      );
    if (field === 'comparator')
      return target.comparator === 'qualitative'
        ? t('in_words')
        : t(`comparator_${comparatorKeys[target.comparator]}`);
    const value = target[field];
    if (value === undefined || value === '') return '–';
    if (field === 'value') return formatInPower(value, indicator, language);
    return field === 'deadline' ? formatDate(value, language, 'long') : value;
  };
  const rows = comparedFields.filter(
    (field) =>
      text(editor.read.target, field) !== text(theirs, field) ||
      text(editor.base, field) !== text(theirs, field),
  );
  return (
    <Notice live>
      <p>
        {version === undefined
          ? t('conflict')
          : t('conflict_by', {
              who: authorWords(version.author, language),
              time: moment(version.recorded_at),
            })}
      </p>
      <DataTable
        dense
        caption={t('conflict')}
        rows={rows}
        rowKey={(field) => field}
        columns={[
          { id: 'field', label: '', head: true, cell: (field) => t(`field_${field}`) },
          { id: 'yours', label: t('yours'), cell: (field) => text(editor.read.target, field) },
          { id: 'theirs', label: t('theirs'), cell: (field) => text(theirs, field) },
          { id: 'was', label: t('was'), cell: (field) => text(editor.base, field) },
        ]}
      />
      <Button onClick={editor.keepMine}>{t('keep_mine')}</Button>{' '}
      <Button onClick={editor.discard}>{t('take_theirs')}</Button>
    </Notice>
  );
}
