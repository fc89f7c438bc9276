import { type ReactNode, useState } from 'react';
import { findNewZoneFaults } from '#domain/zone/zone-faults.ts';
import { changeZone, type ZoneChanges, type ZoneProfile } from '#domain/zone/zone.ts';
import { useUpdateZone } from '#web/data/mutations.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { useDraft } from '#web/data/use-draft.ts';
import { targetsLabels } from '#web/features/targets/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Button, TextButton } from '#web/ui/controls/button.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Field } from '#web/ui/controls/field.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import * as targetsStyles from '#web/features/targets/targets.module.css';

export type Changes = ZoneChanges;
interface Draft {
  readonly seen: ZoneProfile;
  readonly changes: Changes;
  readonly reason: string;
}
const isDraft = (x: unknown): x is Draft =>
  typeof x === 'object' &&
  x !== null &&
  'seen' in x &&
  'changes' in x &&
  typeof (x as Draft).reason === 'string';

interface SectionProps {
  /** Key of the draft, which survives a reload. */
  readonly name: string;
  readonly title: string;
  readonly profile: ZoneProfile;
  /** Whether it is open at first. A restored draft opens it too. */
  readonly open?: boolean;
  /** Renders the fields from the changed zone; `seen` is the stored one. */
  readonly children: (
    draft: ZoneProfile,
    change: (changes: Changes) => void,
    seen: ZoneProfile,
  ) => ReactNode;
}

/**
 * One section of the zone's settings: edited as a draft, saved as one revision with a reason.
 * Rejected when the zone has changed since it was read.
 */
export function ZoneSection({ name, title, profile, open = false, children }: SectionProps) {
  const t = useLabels(targetsLabels);
  const [draft, setDraft] = useDraft(`zone.${profile.origin}.${name}`, isDraft);
  const reason = draft?.reason ?? '';
  const update = useUpdateZone();
  const seen = draft?.seen ?? profile;
  const changes = Object.fromEntries(
    Object.entries(draft?.changes ?? {}).filter(
      ([key, value]) =>
        JSON.stringify(value) !==
        JSON.stringify(seen[key as keyof ZoneProfile] ?? (value === null ? null : undefined)),
    ),
  ) as Changes;
  const next = changeZone(seen, changes);
  const faults = findNewZoneFaults(seen, next);
  const dirty = Object.keys(changes).length > 0;
  // A restored draft opens its section once; afterwards the reader opens and closes it.
  const [isOpen] = useState(dirty || open);
  const save = () =>
    update.mutate(
      { seen, changes, reason: reason.trim() },
      {
        onSuccess: () => setDraft(undefined),
      },
    );
  return (
    <details className={targetsStyles.section} open={isOpen || undefined}>
      <summary>
        <h2>{title}</h2>
      </summary>
      {children(
        next,
        (more) => setDraft({ seen, changes: { ...draft?.changes, ...more }, reason }),
        seen,
      )}
      {faults.length === 0 ? null : (
        <ul className={targetsStyles.error} role="alert">
          {faults.map(({ path, rule }) => (
            <li key={`${path} ${rule}`}>
              {t(`fault_${rule}`)} <small>{path}</small>
            </li>
          ))}
        </ul>
      )}
      {update.isError ? (
        <ErrorPanel failure={toProblem(update.error)}>
          <TextButton onClick={() => setDraft({ seen: profile, changes, reason })}>
            {t('keep_mine')}
          </TextButton>
        </ErrorPanel>
      ) : null}
      {update.isSuccess && !dirty ? <Notice live>{t('saved')}</Notice> : null}
      {dirty ? (
        <div className={targetsStyles.line}>
          <Field
            label={t('reason')}
            value={reason}
            maxLength={500}
            onChange={(event) => setDraft({ seen, changes, reason: event.target.value })}
          />
          <Button
            primary
            disabled={update.isPending || reason.trim() === '' || faults.length > 0}
            onClick={save}
          >
            {t('save')}
          </Button>
          <TextButton onClick={() => setDraft(undefined)}>{t('discard')}</TextButton>
        </div>
      ) : null}
    </details>
  );
}
