import { useId, useState, type FormEvent } from 'react';
import { workEndpoints } from '#contract/work/endpoints.ts';
import type { HandOver as HandOverInput } from '#contract/work/schemas.ts';
import { authorWords } from '#domain/labels/index.ts';
import type { OwnedCounts } from '#contract/work/schemas.ts';
import { compact } from '#domain/values/compact.ts';
import { formatCount } from '#domain/values/format.ts';
import { useUndoRevision } from '#web/data/mutations.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { call, idempotencyKey } from '#web/data/transport.ts';
import { useOwnersWithComputer } from '#web/data/use-owners.ts';
import { handOverLabels } from '#web/features/work/labels/hand-over/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { useChange } from '#web/loading/use-change.ts';
import { Button, TextButton } from '#web/ui/controls/button.tsx';
import { Field, SelectField } from '#web/ui/controls/field.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import * as fieldRowStyles from '#web/ui/controls/field-row.module.css';

const useHandOver = () =>
  useChange((body: HandOverInput) =>
    call(workEndpoints.handOver, { body, headers: idempotencyKey() }),
  );

/** The objects of a person, as a line of counts. */
function OwnedLine({ owned }: { readonly owned: OwnedCounts }) {
  const t = useLabels(handOverLabels);
  const language = useLanguage();
  const count = (n: number) => formatCount(n, language);
  const { projects, targets, indicators, next_steps, issues, decisions, requests } = owned;
  return (
    <span>
      {t('owned', {
        projects: count(projects),
        targets: count(targets),
        indicators: count(indicators),
        next_steps: count(next_steps),
        issues: count(issues),
        decisions: count(decisions),
        requests: count(requests),
      })}
    </span>
  );
}

interface HandOverProps {
  /** The names of accounts to choose the new owner from. */
  readonly names: readonly string[];
  /** A person who was disabled and may still own something. */
  readonly leaver?: string | undefined;
  /** Who hands over at first. */
  readonly owner?: string;
}

/** Hands everything that one person owns over to another, in one step that can be undone. */
export function HandOver({ names, leaver, owner = '' }: HandOverProps) {
  const t = useLabels(handOverLabels);
  const language = useLanguage();
  const owners = useOwnersWithComputer().data?.owners ?? [];
  const handOver = useHandOver();
  const list = useId();
  const [fields, setFields] = useState({ from: owner, to: '', reason: '' });
  const [isTried, setTried] = useState(false);
  const hasLeft = owners.some(({ name }) => name === leaver);
  const from = fields.from === '' && leaver !== undefined && hasLeft ? leaver : fields.from;
  const to = fields.to.trim();
  const ownedCounts = owners.find(({ name }) => name === from)?.owned;
  const toFault = to === '' ? 'missing_to' : to === from ? 'same' : undefined;
  const type = (field: keyof typeof fields, value: string) =>
    setFields((before) => ({ ...before, [field]: value }));
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (from === '' || toFault !== undefined) return;
    const reason = fields.reason.trim();
    handOver.mutate(
      { from, to, ...compact({ reason: reason === '' ? undefined : reason }) },
      {
        onSuccess: () => {
          setTried(false);
          setFields({ from: '', to: '', reason: '' });
        },
      },
    );
  };
  return (
    <section aria-label={t('title')}>
      <h2>{t('title')}</h2>
      <p className={fieldRowStyles.text}>{t('text')}</p>
      {leaver !== undefined && hasLeft ? <Notice live>{t('left', { name: leaver })}</Notice> : null}
      <form className={fieldRowStyles.row} onSubmit={send}>
        <SelectField
          label={t('from')}
          value={from}
          hint={ownedCounts === undefined ? undefined : <OwnedLine owned={ownedCounts} />}
          error={isTried && from === '' ? t('missing_from') : undefined}
          onChange={(event) => type('from', event.target.value)}
        >
          <option value="">{t('nobody')}</option>
          {owners.map(({ name }) => (
            <option key={name} value={name}>
              {authorWords(name, language)}
            </option>
          ))}
        </SelectField>
        <Field
          label={t('to')}
          list={list}
          autoComplete="off"
          maxLength={300}
          value={fields.to}
          error={isTried && toFault !== undefined ? t(toFault) : undefined}
          onChange={(event) => type('to', event.target.value)}
        />
        <datalist id={list}>
          {[...new Set([...names, ...owners.map(({ name }) => name)])]
            .filter((name) => name !== from && name !== 'local')
            .map((name) => (
              <option key={name} value={name} />
            ))}
        </datalist>
        <Field
          label={t('reason')}
          maxLength={500}
          value={fields.reason}
          onChange={(event) => type('reason', event.target.value)}
        />
        <Button type="submit" disabled={handOver.isPending}>
          {t('send')}
        </Button>
      </form>
      <HandOverResult handOver={handOver} />
    </section>
  );
}

/** Shows the result of a hand-over with a button for undo, or the reason of its failure. */
function HandOverResult({ handOver }: { readonly handOver: ReturnType<typeof useHandOver> }) {
  const t = useLabels(handOverLabels);
  const undo = useUndoRevision();
  if (handOver.isError) return <ErrorPanel failure={toProblem(handOver.error)} />;
  if (!handOver.isSuccess) return null;
  const { revision } = handOver.data;
  const { from, to } = handOver.variables;
  const isUndone = undo.isSuccess && undo.variables.revision === revision;
  return (
    <Notice live>
      {isUndone ? t('undone') : t(revision === null ? 'none' : 'done', { from, to })}{' '}
      {revision === null || isUndone ? null : (
        <TextButton disabled={undo.isPending} onClick={() => undo.mutate({ revision })}>
          {t('undo')}
        </TextButton>
      )}
    </Notice>
  );
}
