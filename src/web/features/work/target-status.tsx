import { verdictTerms } from '#domain/labels/index.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { judgementLabels } from '#web/features/work/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { DeclaredStatus } from './declared-status.tsx';
import { useDeclareTargetStatus, useTargetStatus } from './queries.ts';

/** The verdict of a target, and beside it the status that a person declared. */
export function TargetStatus({
  target,
  row,
  day,
  editable,
}: {
  /** The key of the target. */
  readonly target: string;
  /** Omitted for a target that is not in force on the day: it has no verdict. */
  readonly row: TargetRow | undefined;
  /** Today. */
  readonly day: string;
  readonly editable: boolean;
}) {
  const t = useLabels(judgementLabels);
  const language = useLanguage();
  const declare = useDeclareTargetStatus(target);
  const declared = useTargetStatus(target).data?.status;
  return (
    <DeclaredStatus
      {...{ declared, declare, day, editable }}
      computed={[t('computed_target'), verdictTerms[row?.verdict ?? 'no_verdict'][language]]}
    />
  );
}
