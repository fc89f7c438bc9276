import { useEffect, useRef, useState } from 'react';
import { useUndoRevision } from '#web/data/mutations.ts';
import { useZoneVersions } from './queries.ts';
import { zoneClock } from '#web/ui/time/clock-time.ts';
import { useLabels } from '#web/i18n/text.ts';
import { TextButton } from '#web/ui/controls/button.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { savedNoticeLabels } from './labels/index.ts';

/**
 * Says that a change of the settings is saved and when, with Undo.
 *
 * @param text - what it says; by default the time
 */
export function SavedNotice({ text }: { readonly text?: string }) {
  const versions = useZoneVersions();
  // while they reload, the newest version may be that of an earlier change
  const newest = versions.isFetching ? undefined : versions.data?.items[0]?.revision;
  const [revision, setRevision] = useState(newest);
  // a version that appears later is the change of somebody else, which Undo must not reverse
  if (revision === undefined && newest !== undefined) setRevision(newest);
  return <UndoNotice text={text} revision={revision} />;
}

/**
 * Says that a revision is saved and when, with Undo. It takes the focus where the form that had it
 * is gone.
 *
 * @param text - what it says; by default the time
 * @param revision - the revision to undo; while it is unknown there is no Undo
 */
export function UndoNotice({
  text,
  revision,
}: {
  readonly text: string | undefined;
  readonly revision: number | undefined;
}) {
  const t = useLabels(savedNoticeLabels);
  const [at] = useState(() => new Date());
  const undo = useUndoRevision();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) box.current?.focus();
  }, []);
  return (
    <div ref={box} tabIndex={-1}>
      <Notice live>
        {undo.isSuccess ? t('undone') : (text ?? t('saved_at', { time: zoneClock(at).time }))}{' '}
        {revision === undefined || undo.isSuccess ? null : (
          <TextButton disabled={undo.isPending} onClick={() => undo.mutate({ revision })}>
            {t('undo')}
          </TextButton>
        )}
      </Notice>
    </div>
  );
}
