import { useState, type FormEvent } from 'react';
import type { SharedLink } from '#contract/links/schemas.ts';
import { addDays } from '#domain/values/date.ts';
import { lastLinkDay } from '#domain/zone/link-policy.ts';
import type { LinkPolicy } from '#domain/zone/zone.ts';
import { useZone } from '#web/data/queries.ts';
import { useChangeLink, useEndLinks } from '#web/features/links/queries.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { serverDay } from '#web/data/server-clock.ts';
import { linkListLabels } from '#web/features/links/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { Dialog } from '#web/ui/overlays/dialog.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { DateField } from '#web/ui/dates/date-field.tsx';
import * as overlaysStyles from '#web/ui/overlays/overlays.module.css';
import * as textStyles from '#web/ui/text.module.css';
import * as linksStyles from './links.module.css';

interface DialogProps {
  readonly link: SharedLink;
  readonly onClose: () => void;
}
const usualDays = 90;
const mostDays = 364;

/**
 * The last day to which a link can be extended: a year from now, or the longest life in the zone.
 */
function lastDay(policy: LinkPolicy | undefined, link: SharedLink, today: string): string {
  const ofZone = policy === undefined ? undefined : lastLinkDay(policy, link.created_at);
  const inYear = addDays(today, mostDays);
  return ofZone === undefined || ofZone > inYear ? inYear : ofZone;
}

/** Changes the expiry of a link. Its address stays. */
export function RenewDialog({ link, onClose }: DialogProps) {
  const t = useLabels(linkListLabels);
  const [today] = useState(() => serverDay());
  const last = lastDay(useZone().data?.link_policy, link, today);
  const [typedDay, setUntil] = useState(addDays(today, usualDays));
  const until = [typedDay, last].toSorted()[0] ?? last;
  const change = useChangeLink();
  const send = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ id: link.id, patch: { expires_at: until } }, { onSuccess: onClose });
  };
  return (
    <Dialog title={t('renew_title', { name: link.name })} onClose={onClose}>
      <form className={linksStyles.form} onSubmit={send}>
        <p className={overlaysStyles.paragraph}>{t('renew_text')}</p>
        <DateField
          label={t('until')}
          value={until}
          min={today}
          max={last}
          required
          onChange={(event) => setUntil(event.target.value)}
        />
        {change.isError ? <ErrorPanel failure={toProblem(change.error)} /> : null}
        <div className={textStyles.row}>
          <Button primary type="submit" disabled={change.isPending}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Confirms the end of a link, which is final. */
export function EndDialog({ link, onClose }: DialogProps) {
  const t = useLabels(linkListLabels);
  const change = useChangeLink();
  return (
    <Dialog title={t('end_title', { name: link.name })} onClose={onClose}>
      <p className={overlaysStyles.paragraph}>{t('end_text')}</p>
      {change.isError ? <ErrorPanel failure={toProblem(change.error)} /> : null}
      <div className={textStyles.row}>
        <Button
          primary
          disabled={change.isPending}
          onClick={() =>
            change.mutate({ id: link.id, patch: { state: 'ended' } }, { onSuccess: onClose })
          }
        >
          {t('end')}
        </Button>
        <Button onClick={onClose}>{t('keep')}</Button>
      </div>
    </Dialog>
  );
}

/** Ends all links of the zone or of one owner. */
export function EndAllDialog({
  count,
  owner,
  onClose,
  onEnded,
}: {
  readonly count: number;
  readonly owner: string | undefined;
  readonly onClose: () => void;
  readonly onEnded: (count: number) => void;
}) {
  const t = useLabels(linkListLabels);
  const end = useEndLinks();
  const send = () =>
    end.mutate(owner === undefined ? { all: true } : { owner }, {
      onSuccess: ({ ended }) => {
        onEnded(ended);
        onClose();
      },
    });
  return (
    <Dialog title={t('end_all_title', { n: count })} onClose={onClose}>
      <p className={overlaysStyles.paragraph}>{t('end_text')}</p>
      {end.isError ? <ErrorPanel failure={toProblem(end.error)} /> : null}
      <div className={textStyles.row}>
        <Button primary disabled={end.isPending} onClick={send}>
          {t('end')}
        </Button>
        <Button onClick={onClose}>{t('keep')}</Button>
      </div>
    </Dialog>
  );
}
