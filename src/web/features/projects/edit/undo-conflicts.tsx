import { lazy, Suspense } from 'react';
import type { UndoConflicts } from '#contract/revisions/schemas.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import type { useUndoRevision } from '#web/data/mutations.ts';
import { type ProblemError, toProblem } from '#web/data/problem-error.ts';
import { ClosedMonthReason } from '#web/ui/feedback/closed-month-reason.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';

const UndoDialog = lazy(async () => ({
  default: (await import('./undo-dialog.tsx')).UndoDialog,
}));

const isConflict = (failure: ProblemError): UndoConflicts | undefined => {
  const current = failure.problem?.current;
  return typeof current === 'object' && current !== null && 'conflicts' in current
    ? (current as UndoConflicts)
    : undefined;
};

/**
 * Explains why an undo failed: the values that were changed again since, and how to undo the rest.
 * Renders nothing without a failure.
 */
export function UndoFailure({
  undo,
  profile,
}: {
  readonly undo: ReturnType<typeof useUndoRevision>;
  readonly profile: ZoneProfile | undefined;
}) {
  if (!undo.isError) return null;
  const { revision } = undo.variables;
  const failure = toProblem(undo.error);
  const clash = isConflict(failure);
  if (failure.code === 'month_closed')
    return <ClosedMonthReason onSend={(reason) => undo.mutate({ ...undo.variables, reason })} />;
  if (clash === undefined) return <ErrorPanel failure={failure} />;
  return (
    <Suspense>
      <UndoDialog
        clash={clash}
        profile={profile}
        onKeepLater={() => undo.mutate({ revision, keepLater: true })}
        onClose={undo.reset}
      />
    </Suspense>
  );
}
