import { zoneDay } from '#web/i18n/zone-time.ts';
import { Suspense, useState } from 'react';
import type { MadeRequest, ValueRequest } from '#contract/requests/schemas.ts';
import { daysBetween } from '#domain/values/date.ts';
import { formatDate } from '#domain/values/format.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { serverDay } from '#web/data/server-clock.ts';
import { manageLabels } from '#web/features/requests/labels/index.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { Button, TextButton } from '#web/ui/controls/button.tsx';
import * as styles from './manage.module.css';
import { OnBehalfForm } from './later-forms.ts';
import { useCancelRequest, useRemind } from './queries.ts';
import { cellNames } from './reminder.ts';
import { ReminderBox } from './reminder-box.tsx';

/** Sent, opened, answered, each with its day; overdue after the deadline. */
function Progress({ request }: { readonly request: ValueRequest }) {
  const t = useLabels(manageLabels);
  const language = useLanguage();
  const day = (moment: string) => formatDate(zoneDay(moment), language, 'day');
  const { sent_at, opened_at, answered, cells, state, deadline } = request;
  return (
    <span className={styles.progress}>
      <span>{`✓ ${t('sent', { day: day(sent_at) })}`}</span>
      <span>
        {opened_at === undefined ? t('not_opened') : `✓ ${t('opened', { day: day(opened_at) })}`}
      </span>
      <span>
        {answered === 0 ? t('not_answered') : t('answered', { n: answered, all: cells.length })}
      </span>
      {state === 'overdue' ? (
        <b className={styles.overdue}>
          {t('overdue', { days: daysBetween(deadline, serverDay()) })}
        </b>
      ) : (
        <span>{state === 'ended' ? t('link_ended') : t('due', { day: day(deadline) })}</span>
      )}
    </span>
  );
}

function CancelRequest({
  request,
  onClose,
}: {
  readonly request: ValueRequest;
  readonly onClose: () => void;
}) {
  const t = useLabels(manageLabels);
  const cancel = useCancelRequest();
  return (
    <div className={styles.box}>
      <p>{t('cancel_ask', { unit: request.unit })}</p>
      {cancel.isError ? <p className={styles.fault}>{t('retry')}</p> : null}
      <div className={styles.actions}>
        <Button disabled={cancel.isPending} onClick={() => cancel.mutate(request.id)}>
          {t('cancel')}
        </Button>
        <Button onClick={onClose}>{t('keep')}</Button>
      </div>
    </div>
  );
}

/** One unanswered request. */
export function MissingRow({
  request,
  zone,
  isFirst,
}: {
  readonly request: ValueRequest;
  readonly zone: ZoneProfile;
  /** The first row of its person. */
  readonly isFirst: boolean;
}) {
  const t = useLabels(manageLabels);
  const language = useLanguage();
  const remind = useRemind();
  const [newRequest, setNewRequest] = useState<MadeRequest>();
  const [open, setOpen] = useState<'enter' | 'cancel'>();
  const close = () => setOpen(undefined);
  return (
    <li>
      <div className={styles.row}>
        <b>{isFirst ? (request.person ?? t('no_person')) : ''}</b>
        <span className={styles.unit}>{request.unit}</span>
        <span>{cellNames(request, zone, language)}</span>
        <Progress request={request} />
        <span className={styles.actions}>
          {request.state === 'ended' ? null : (
            <Button
              disabled={remind.isPending}
              onClick={() => remind.mutate(request.id, { onSuccess: setNewRequest })}
            >
              {t('remind')}
            </Button>
          )}
          <Button onClick={() => setOpen(open === 'enter' ? undefined : 'enter')}>
            {t('enter')}
          </Button>
          <TextButton onClick={() => setOpen('cancel')}>{t('cancel')}</TextButton>
        </span>
      </div>
      {remind.isError ? <p className={styles.fault}>{t('retry')}</p> : null}
      {newRequest === undefined ? null : (
        <ReminderBox made={[newRequest]} zone={zone} onClose={() => setNewRequest(undefined)} />
      )}
      <Suspense>
        {open === 'enter' ? <OnBehalfForm request={request} zone={zone} onDone={close} /> : null}
      </Suspense>
      {open === 'cancel' ? <CancelRequest request={request} onClose={close} /> : null}
    </li>
  );
}
