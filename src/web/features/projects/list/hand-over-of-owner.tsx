import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { projectListLabels } from '#web/features/projects/labels/index.ts';
import { useSession } from '#web/data/view-queries.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import * as projectsStyles from '#web/features/projects/projects.module.css';

const HandOver = lazy(async () => ({
  default: (await import('#web/features/work/hand-over/hand-over.tsx')).HandOver,
}));
const noAccounts: readonly string[] = [];

/** Moves the focus to the name to enter, once the form is there. */
function FocusOnName({ children }: { readonly children: ReactNode }) {
  const around = useRef<HTMLDivElement>(null);
  useEffect(() => around.current?.querySelector('input')?.focus(), []);
  return <div ref={around}>{children}</div>;
}

/**
 * Hands everything of the owner of a filtered list over to another. Owners of a register are names,
 * with or without accounts.
 */
export function HandOverOfOwner({ owner }: { readonly owner: string }) {
  const t = useLabels(projectListLabels);
  const [isOpen, setOpen] = useState(false);
  // the owners of an example cannot change
  if (useSession().data?.origin !== 'own') return null;
  return (
    <div className={projectsStyles.handOver}>
      {isOpen ? (
        <Suspense>
          <FocusOnName>
            <HandOver names={noAccounts} owner={owner} />
          </FocusOnName>
        </Suspense>
      ) : (
        <Button onClick={() => setOpen(true)}>{t('hand_over', { owner })}</Button>
      )}
    </div>
  );
}
