import { usualDeadline } from '#domain/zone/zone-days.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { useState, type FormEvent } from 'react';
import type { MadeRequest } from '#contract/requests/schemas.ts';
import type { Month } from '#domain/values/date.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { serverDay } from '#web/data/server-clock.ts';
import { manageLabels } from '#web/features/requests/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { DateField } from '#web/ui/dates/date-field.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import * as styles from './manage.module.css';
import { useCopyRequests } from './queries.ts';

/** Makes new requests for the contacts of an earlier month: one press makes all links. */
export function CopyList({
  month,
  zone,
  from,
  units,
  onMade,
}: {
  readonly month: Month;
  readonly zone: ZoneProfile;
  /** The month whose contacts get a new request. */
  readonly from: Month;
  readonly units: readonly string[];
  readonly onMade: (newRequests: readonly MadeRequest[]) => void;
}) {
  const t = useLabels(manageLabels);
  const [deadline, setDeadline] = useState(() => usualDeadline(serverDay(), month, zone));
  const copy = useCopyRequests();
  const failure = copy.isError ? toProblem(copy.error) : undefined;
  const send = (event: FormEvent) => {
    event.preventDefault();
    copy.mutate({ from, month, deadline }, { onSuccess: ({ items }) => onMade(items) });
  };
  return (
    <form className={styles.box} onSubmit={send}>
      {units.length === 0 ? null : <p>{t('copy_units', { n: units.length, names: units })}</p>}
      <DateField
        label={t('copy_deadline')}
        value={deadline}
        min={serverDay()}
        required
        onChange={(event) => setDeadline(event.target.value)}
      />
      {failure?.code === 'conflict' ? (
        <p className={styles.fault}>{t('nothing_to_copy')}</p>
      ) : failure === undefined ? null : (
        <ErrorPanel failure={failure} />
      )}
      <div>
        <Button primary type="submit" disabled={copy.isPending}>
          {t('copy_send')}
        </Button>
      </div>
    </form>
  );
}
