import { listMark } from '#domain/values/language.ts';
import { Suspense, useState } from 'react';
import type { MadeRequest, ValueRequest } from '#contract/requests/schemas.ts';
import { addMonths, type Month } from '#domain/values/date.ts';
import { formatMonth } from '#domain/values/format.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { useZone } from '#web/data/queries.ts';
import { manageLabels } from '#web/features/requests/labels/index.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import { Button } from '#web/ui/controls/button.tsx';
import { BatchForm, CopyList, NewRequestForm } from './later-forms.ts';
import * as styles from './manage.module.css';
import { MissingRow } from './missing-row.tsx';
import { useAllRequests, useRemind, useRequests } from './queries.ts';
import { ReminderBox } from './reminder-box.tsx';

const isMissing = ({ state }: ValueRequest): boolean =>
  state === 'open' || state === 'overdue' || state === 'ended';
const isLive = ({ state }: ValueRequest): boolean => state === 'open' || state === 'overdue';

/** Requests without an answer, by person; those without a person come last. */
const byPerson = (requests: readonly ValueRequest[]): readonly ValueRequest[] =>
  requests.toSorted((a, b) => {
    const [p, q] = [a.person ?? '\uffff', b.person ?? '\uffff'];
    return p === q ? (a.unit < b.unit ? -1 : 1) : p < q ? -1 : 1;
  });

/** The unanswered requests of a month, with reminders and new requests. */
export function MissingSubmissions({
  month,
  number,
}: {
  readonly month: Month;
  /** The number of this part of the page. */
  readonly number?: number;
}) {
  const requests = useRequests(month);
  const zone = useZone();
  return (
    <QueryView query={requests}>
      {({ items }) => (
        <QueryView query={zone}>
          {(profile) => <Missing month={month} items={items} zone={profile} number={number} />}
        </QueryView>
      )}
    </QueryView>
  );
}

type Open = 'new' | 'several' | 'copy' | undefined;

/** The three ways to request values, each with its form. */
function NewRequests({
  month,
  items,
  zone,
  onMade,
}: {
  readonly month: Month;
  readonly items: readonly ValueRequest[];
  readonly zone: ZoneProfile;
  readonly onMade: (requests: readonly MadeRequest[]) => void;
}) {
  const t = useLabels(manageLabels);
  const language = useLanguage();
  const [open, setOpen] = useState<Open>();
  // the contacts are those of the last month that has a request
  const before = (useAllRequests().data?.items ?? []).filter(
    (one) => one.month < month && one.state !== 'cancelled',
  );
  const from = before[0]?.month ?? addMonths(month, -1);
  const requestedUnits = before.filter((one) => one.month === from).map(({ unit }) => unit);
  const toggle = (form: Open) => () => setOpen(open === form ? undefined : form);
  const show = (requests: readonly MadeRequest[]) => {
    onMade(requests);
    setOpen(undefined);
  };
  return (
    <>
      <footer>
        <Button onClick={toggle('new')}>{t('new_request')}</Button>
        <Button onClick={toggle('several')}>{t('several')}</Button>
        {requestedUnits.length === 0 ? null : (
          <Button onClick={toggle('copy')}>
            {t('copy_last', { month: formatMonth(from, language) })}
          </Button>
        )}
      </footer>
      <Suspense>
        {open === 'new' ? <NewRequestForm month={month} zone={zone} onMade={show} /> : null}
        {open === 'several' ? (
          <BatchForm month={month} zone={zone} requests={items} before={before} onMade={show} />
        ) : null}
        {open === 'copy' ? (
          <CopyList month={month} zone={zone} from={from} units={requestedUnits} onMade={show} />
        ) : null}
      </Suspense>
    </>
  );
}

function Missing({
  month,
  items,
  zone,
  number,
}: {
  readonly number: number | undefined;
  readonly month: Month;
  readonly items: readonly ValueRequest[];
  readonly zone: ZoneProfile;
}) {
  const t = useLabels(manageLabels);
  const language = useLanguage();
  const remind = useRemind();
  const [newRequests, setNewRequests] = useState<readonly MadeRequest[]>([]);
  const missing = byPerson(items.filter(isMissing));
  const answeredItems = items.filter(({ state }) => state === 'answered');
  const live = missing.filter(isLive);
  const remindAll = async () => {
    setNewRequests(await Promise.all(live.map(({ id }) => remind.mutateAsync(id))));
  };
  const sep = listMark(language);
  return (
    <section className={styles.section} aria-labelledby="missing">
      <header>
        <h2 id="missing">
          <span data-words>{number}</span> {t('missing')}
        </h2>
        <p>{t('missing_hint')}</p>
        {live.length < 2 ? null : (
          <Button disabled={remind.isPending} onClick={() => void remindAll().catch(() => {})}>
            {t('remind_all', { n: live.length })}
          </Button>
        )}
      </header>
      {remind.isError ? <p className={styles.fault}>{t('retry')}</p> : null}
      {newRequests.length === 0 ? null : (
        <ReminderBox made={newRequests} zone={zone} onClose={() => setNewRequests([])} />
      )}
      {missing.length === 0 ? (
        <p>{t(items.length === 0 ? 'none_sent' : 'all_answered')}</p>
      ) : (
        <ul className={styles.rows}>
          {missing.map((request, i) => (
            <MissingRow
              key={request.id}
              request={request}
              zone={zone}
              isFirst={request.person !== missing[i - 1]?.person || i === 0}
            />
          ))}
        </ul>
      )}
      {answeredItems.length === 0 ? null : (
        <p className={styles.done}>
          {t('done_list', {
            n: answeredItems.length,
            names: answeredItems.map(({ unit }) => unit).join(sep),
          })}
        </p>
      )}
      <NewRequests month={month} items={items} zone={zone} onMade={setNewRequests} />
    </section>
  );
}
