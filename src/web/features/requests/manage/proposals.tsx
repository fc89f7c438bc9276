import { useEffect, useRef, useState } from 'react';
import type { Proposal } from '#contract/requests/schemas.ts';
import { compact } from '#domain/values/compact.ts';
import type { Month } from '#domain/values/date.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { manageLabels } from '#web/features/requests/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import { Button } from '#web/ui/controls/button.tsx';
import { Field } from '#web/ui/controls/field.tsx';
import * as styles from './manage.module.css';
import { ProposalRow } from './proposal-row.tsx';
import { useProposalKeys } from './use-proposal-keys.ts';
import { useAccept, useProposals, useUndoAcceptance } from './queries.ts';

/** The answers of a month that wait for a manager. No figure uses them before they are accepted. */
export function Proposals({
  month,
  number,
}: {
  readonly month: Month;
  /** The number of this part of the page. */
  readonly number?: number;
}) {
  const proposals = useProposals(month);
  return (
    <QueryView query={proposals}>
      {({ items }) => (
        <Waiting items={items.filter(({ state }) => state === 'open')} number={number} />
      )}
    </QueryView>
  );
}

const isDoubtful = ({ doubt, is_correction, replaces }: Proposal): boolean =>
  doubt !== undefined || is_correction === true || replaces !== undefined;

interface AcceptResult {
  readonly n: number;
  readonly revision: number;
  /** Given where the month was closed; an undo needs one too. */
  readonly reason?: string;
}

/** Accepts proposals, and asks for a reason where the server requires one. */
function useAcceptance() {
  const accept = useAccept();
  const undo = useUndoAcceptance();
  const [reason, setReason] = useState('');
  /** The proposals for which the server requires a reason. */
  const [reasonIds, setReasonIds] = useState<string[]>();
  const [accepted, setAccepted] = useState<AcceptResult>();
  const send = (ids: string[]) => {
    const words = reason.trim();
    const decision = compact({ reason: words === '' ? undefined : words });
    accept.mutate(
      { ids, ...decision },
      {
        onSuccess: ({ decided, revision = 0 }) => {
          setAccepted({ n: decided, revision, ...decision });
          setReasonIds(undefined);
          setReason('');
        },
        onError: (error) => {
          const isReason = toProblem(error).problem?.errors?.[0]?.path === 'reason';
          setReasonIds(isReason ? ids : undefined);
        },
      },
    );
  };
  const failure = accept.isError ? toProblem(accept.error) : undefined;
  return {
    send,
    undo,
    reason,
    setReason,
    reasonIds,
    accepted,
    setAccepted,
    failure,
    isBusy: accept.isPending,
  };
}

type Acceptance = ReturnType<typeof useAcceptance>;
function AcceptanceLine({ acceptance }: { readonly acceptance: Acceptance }) {
  const t = useLabels(manageLabels);
  const { reasonIds, reason, setReason, send, accepted, setAccepted, undo, failure, isBusy } =
    acceptance;
  const line = useRef<HTMLParagraphElement>(null);
  // the button or row that had the focus is gone
  useEffect(() => {
    if (accepted !== undefined && document.activeElement === document.body) line.current?.focus();
  }, [accepted]);
  return (
    <div role="status">
      {reasonIds === undefined ? null : (
        <div className={styles.box}>
          <Field
            label={t('reason_closed')}
            value={reason}
            maxLength={500}
            onChange={({ target }) => setReason(target.value)}
          />
          <div>
            <Button
              primary
              disabled={isBusy}
              onClick={() => {
                if (reason.trim() !== '') send(reasonIds);
              }}
            >
              {t('accept')}
            </Button>
          </div>
        </div>
      )}
      {accepted === undefined ? null : (
        <p className={styles.done} tabIndex={-1} ref={line}>
          {t('accepted', { n: accepted.n })}{' '}
          <Button
            disabled={undo.isPending}
            onClick={() =>
              undo.mutate(
                { revision: accepted.revision, ...compact({ reason: accepted.reason }) },
                { onSuccess: () => setAccepted(undefined) },
              )
            }
          >
            {t('undo')}
          </Button>
        </p>
      )}
      {undo.isError ? <p className={styles.fault}>{t('retry')}</p> : null}
      {failure === undefined || reasonIds !== undefined ? null : (
        <p className={styles.fault}>
          {t(failure.code === 'precondition_failed' ? 'changed_meanwhile' : 'retry')}
        </p>
      )}
    </div>
  );
}

function ProposalHeads() {
  const t = useLabels(manageLabels);
  return (
    <thead>
      <tr>
        <th scope="col" colSpan={2}>
          {t('col_unit')}
        </th>
        <th scope="col">{t('col_what')}</th>
        <th scope="col" className={styles.right}>
          {t('col_last')}
        </th>
        <th scope="col" className={styles.right}>
          {t('col_now')}
        </th>
        <th scope="col" className={styles.right}>
          {t('col_change')}
        </th>
        <th scope="col">{t('col_files')}</th>
        <td />
      </tr>
    </thead>
  );
}

function Waiting({
  items,
  number,
}: {
  readonly items: readonly Proposal[];
  readonly number: number | undefined;
}) {
  const t = useLabels(manageLabels);
  const acceptance = useAcceptance();
  /** Proposals whose tick the reader has changed; those without a doubt are ticked by default. */
  const [turnedIds, setTurnedIds] = useState<ReadonlySet<string>>(new Set());
  const isTicked = (one: Proposal): boolean => isDoubtful(one) === turnedIds.has(one.id);
  const tickedProposals = items.filter(isTicked);
  const isUsual = tickedProposals.length > 0 && tickedProposals.every((one) => !isDoubtful(one));
  const toggle = (id: string) =>
    setTurnedIds(
      (before) => new Set(before.has(id) ? [...before].filter((x) => x !== id) : [...before, id]),
    );
  useProposalKeys({
    accept: (id) => acceptance.send([id]),
    tick: toggle,
    acceptAll: () => {
      const usual = items.filter((one) => !isDoubtful(one)).map(({ id }) => id);
      if (usual.length > 0) acceptance.send(usual);
    },
  });
  return (
    <section className={styles.section} aria-labelledby="proposals">
      <header>
        <h2 id="proposals" tabIndex={-1}>
          <span data-words>{number}</span> {t('proposals')}
        </h2>
        <p>{t('proposals_hint')}</p>
        {tickedProposals.length === 0 ? null : (
          <Button
            primary
            disabled={acceptance.isBusy}
            onClick={() => acceptance.send(tickedProposals.map(({ id }) => id))}
          >
            {t(isUsual ? 'accept_all' : 'accept_ticked', { n: tickedProposals.length })}
          </Button>
        )}
      </header>
      <AcceptanceLine acceptance={acceptance} />
      {items.length === 0 ? (
        <p>{t('no_proposals')}</p>
      ) : (
        <table className={styles.table}>
          <ProposalHeads />
          {items.map((one) => (
            <ProposalRow
              key={one.id}
              proposal={one}
              isTicked={isTicked(one)}
              onTick={() => toggle(one.id)}
              onAccept={() => acceptance.send([one.id])}
              isBusy={acceptance.isBusy}
            />
          ))}
        </table>
      )}
    </section>
  );
}
