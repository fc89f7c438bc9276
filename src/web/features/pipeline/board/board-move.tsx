import type { StageOrUnknown } from '#domain/projects/stage.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { useProject } from '#web/data/queries.ts';
import { useLanguage } from '#web/i18n/text.ts';
import { MoveDialog } from '#web/features/projects/edit/move-dialog.tsx';
import { QueryView } from '#web/loading/query-view.tsx';
import { Dialog } from '#web/ui/overlays/dialog.tsx';
import type { Move } from './move.ts';

/**
 * The same dialog as on the page of the project, with what its stage needs; the project is fetched
 * whole first.
 */
export function BoardMove({
  moving,
  profile,
  today,
  onClose,
  onDone,
}: {
  readonly moving: Move;
  readonly profile: ZoneProfile | undefined;
  readonly today: string;
  readonly onClose: () => void;
  readonly onDone: (revision: number | null, stage: StageOrUnknown, fileLost: boolean) => void;
}) {
  const language = useLanguage();
  const project = useProject(moving.code, today);
  if (project.data === undefined)
    return (
      <Dialog title={moving.name} onClose={onClose}>
        <QueryView query={project}>{() => null}</QueryView>
      </Dialog>
    );
  return (
    <MoveDialog
      project={project.data}
      profile={profile}
      writing={{ language, currency: profile?.base_currency ?? 'CNY' }}
      today={today}
      {...(moving.to === undefined ? {} : { to: moving.to })}
      onClose={onClose}
      onDone={onDone}
    />
  );
}
