import { compact } from '#domain/values/compact.ts';
import { useState, type FormEvent } from 'react';
import { formatCount, formatDate } from '#domain/values/format.ts';
import type { ProjectDetail } from '#domain/projects/project.ts';
import { reasonCodes } from '#domain/projects/reason.ts';
import { authorWords, reasonTerms } from '#domain/labels/index.ts';
import { gateActorTerms, gateName, gateStartText } from '#domain/labels/projects/gate.ts';
import { gateStates, type GateState } from '#domain/work/gate-state.ts';
import type { BlockedGate } from '#domain/work/judgement.ts';
import { useZone } from '#web/data/queries.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { judgementLabels } from '#web/features/work/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Button, TextButton } from '#web/ui/controls/button.tsx';
import { Field, SelectField } from '#web/ui/controls/field.tsx';
import { useFormFocus } from '#web/ui/controls/use-form-focus.ts';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { useBlockGate } from './queries.ts';
import * as workStyles from './work.module.css';
import * as textStyles from '#web/ui/text.module.css';

interface GatesProps {
  readonly project: ProjectDetail;
  readonly blocked: readonly BlockedGate[];
  readonly day: string;
  readonly editable: boolean;
}

/** The next gates and legal deadlines of a project: start, due day, and who acts next. */
export function ProjectGates({ project, blocked, day, editable }: GatesProps) {
  const t = useLabels(judgementLabels);
  const states = gateStates(project, useZone().data?.gates, day);
  const block = useBlockGate(project.code);
  const [isOpen, setOpen] = useState(false);
  const [gate, setGate] = useState<string>();
  const around = useFormFocus(isOpen);
  const turn = (id: string, isBlocked: boolean) => {
    if (block.isPending) return;
    setGate(id);
    if (isBlocked) block.mutate({ gate: id, body: { cause: null, text: t('unblocked') } });
    else setOpen(true);
  };
  const language = useLanguage();
  return (
    <section
      className={textStyles.section}
      aria-label={t('gates')}
      data-empty={states.length === 0 || undefined}
      ref={around}
    >
      <h3>{t('gates')}</h3>
      {states.length === 0 ? <p className={textStyles.quiet}>{t('no_gates')}</p> : null}
      <ul className={workStyles.decisions} data-words>
        {states.map((state) => {
          const { id } = state.gate;
          const cause = blocked.find(({ gate }) => gate === id);
          const name = gateName(state.gate, language);
          return (
            <li key={id}>
              <GateText state={state} name={name} cause={cause} isOwn={project.origin === 'own'} />
              {editable ? (
                <TextButton
                  aria-label={t(cause === undefined ? 'block_of' : 'unblock_of', { gate: name })}
                  {...compact({ 'data-opens-form': id === gate ? true : undefined })}
                  onClick={() => turn(id, cause !== undefined)}
                >
                  {t(cause === undefined ? 'block' : 'unblock')}
                </TextButton>
              ) : null}
            </li>
          );
        })}
      </ul>
      {isOpen && gate !== undefined ? (
        <BlockForm key={gate} gate={gate} block={block} onClose={() => setOpen(false)} />
      ) : null}
      {block.isError ? <ErrorPanel failure={toProblem(block.error)} /> : null}
    </section>
  );
}

function GateText({
  state: { gate, since, due, daysLeft },
  name,
  cause,
  isOwn,
}: {
  readonly state: GateState;
  readonly name: string;
  readonly cause: BlockedGate | undefined;
  readonly isOwn: boolean;
}) {
  const t = useLabels(judgementLabels);
  const language = useLanguage();
  const date = (day: string) => formatDate(day, language, 'short');
  const days = formatCount(Math.abs(daysLeft ?? 0), language);
  const event = gateStartText(gate, useZone().data?.stage_words, language);
  const isOver = daysLeft !== undefined && daysLeft < 0;
  const clock =
    due === undefined ? undefined : t(isOver ? 'over' : 'due', { day: date(due), days });
  return (
    <>
      <p>
        {gate.is_legal === true ? t('legal', { name }) : name}
        {cause === undefined ? null : (
          <small>
            {t('blocked', { cause: reasonTerms[cause.cause][language], text: cause.text })} ·{' '}
            {t('signed', { who: authorWords(cause.by, language), day: date(cause.on) })}
          </small>
        )}
      </p>
      <p className={textStyles.number}>
        <span>
          {since === undefined
            ? t('from_unknown', { event })
            : t('from_day', { event, day: date(since) })}
        </span>
        {clock === undefined ? null : isOver && isOwn ? <b>{clock}</b> : <span>{clock}</span>}
        <span>{t('next', { who: gateActorTerms[gate.actor][language] })}</span>
      </p>
    </>
  );
}

function BlockForm({
  gate,
  block,
  onClose,
}: {
  readonly gate: string;
  readonly block: ReturnType<typeof useBlockGate>;
  readonly onClose: () => void;
}) {
  const t = useLabels(judgementLabels);
  const language = useLanguage();
  const [code, setCode] = useState<string>('approvals');
  const [text, setText] = useState('');
  const [isTried, setTried] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const cause = reasonCodes.find((one) => one === code);
    if (cause === undefined || text.trim() === '') return;
    block.mutate({ gate, body: { cause, text: text.trim() } }, { onSuccess: onClose });
  };
  return (
    <form className={workStyles.form} onSubmit={send}>
      <SelectField
        label={t('cause')}
        value={code}
        onChange={(event) => setCode(event.target.value)}
      >
        {reasonCodes.map((one) => (
          <option key={one} value={one}>
            {reasonTerms[one][language]}
          </option>
        ))}
      </SelectField>
      <Field
        label={t('cause_text')}
        maxLength={1000}
        value={text}
        error={isTried && text.trim() === '' ? t('missing_reason') : undefined}
        onChange={(event) => setText(event.target.value)}
      />
      <div className={workStyles.actions}>
        <Button primary type="submit" disabled={block.isPending}>
          {t('save')}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
