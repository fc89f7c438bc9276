import type { Text } from '#domain/values/language.ts';
import { pickNamed } from '#domain/projects/project.ts';
import { registerAsSource } from './own-source.ts';
import { stageGroupTerms } from '#domain/labels/projects/stage.ts';
import { moveTerms } from '#domain/labels/projects/moves.ts';
import { bridgeStepTerms } from '#domain/labels/projects/bridge-step.ts';
import type { Bridge, BridgeGroup, BridgeStep } from '#domain/changes/bridge.ts';
import { listStepProjects } from '#domain/changes/bridge-projects.ts';
import { moveKinds, type Move, type RegisterChanges } from '#domain/changes/moves.ts';
import type { StageMapping } from '#domain/projects/stage.ts';
import type { DayExplanation, ExplainedProject, RowsInput } from '#domain/measures/explanation.ts';
import { findGroup, addAmounts } from './register.ts';
import { absences, countText, inAll, leftOut, reasons, withheldUnits } from './texts.ts';
import { toMajor, fromWire } from '#domain/values/money.ts';
import { formatValue } from '#domain/values/format.ts';
import { compact } from '#domain/values/compact.ts';
import { isTotal } from '#domain/changes/bridge-steps.ts';

/** A step of the bridge of one group. */
export interface StepSubject {
  readonly changes: Pick<RegisterChanges, 'bridge' | 'moves' | 'total' | 'counts' | 'data_status'>;
  readonly mapping: StageMapping;
  readonly group: BridgeGroup['group'];
  readonly step: BridgeStep['kind'];
}

const findStep = ({ groups }: Bridge, { group, step }: StepSubject): BridgeStep | undefined =>
  groups.find((one) => one.group === group)?.steps.find(({ kind }) => kind === step);

/**
 * The projects of a step. For opening and closing the store finds the group on their day; the
 * projects of any other step come from the moves.
 */
function listRows(stepSubject: StepSubject, bridgeStep: BridgeStep, money: boolean): RowsInput {
  const { group, step, changes, mapping } = stepSubject;
  const { from, to } = changes.bridge;
  const adds = money ? 'total_investment' : 'one';
  if (step === 'opening' || step === 'closing')
    return { ...findGroup(mapping, group, adds), day: step === 'opening' ? from : to };
  const steps = listStepProjects(bridgeStep, { group, mapping, moves: changes.moves });
  const items = steps.map(({ move, step: part }): ExplainedProject => {
    const [amount] = part.amounts;
    return {
      ...explainMove(move),
      ...compact({
        adds:
          !money || amount === undefined
            ? undefined
            : { value: toMajor(fromWire(amount)), unit: amount.currency },
      }),
    };
  });
  return { kind: 'projects', total: bridgeStep.projects, items };
}

const explainMove = ({ to, from, date, ...move }: Move): ExplainedProject => ({
  ...pickNamed(move),
  ...compact({ stage: (to ?? from)?.stage, status: (to ?? from)?.status, date }),
});

/** Why nothing is compared: there is no former day, or its projects are not known. */
const absenceOf = ({ bridge }: StepSubject['changes']): Text =>
  bridge.from < bridge.to ? absences.not_known_at_start : absences.not_compared;

/** Explains a step of the bridge: its projects, or their planned investment. */
export function explainStep(stepSubject: StepSubject, money: boolean): DayExplanation {
  const { changes, group, step } = stepSubject;
  const { data_status, bridge } = changes;
  const bridgeStep = findStep(bridge, stepSubject);
  const base = {
    subject: inAll(
      (language) => `${stageGroupTerms[group][language]} · ${bridgeStepTerms[step][language]}`,
    ),
    data_status,
    since: bridge.from,
    sources: [registerAsSource(data_status, bridge.to)],
  };
  if (bridgeStep === undefined)
    return { ...base, absent: absenceOf(changes), rows: { kind: 'none' } };
  if (bridgeStep.is_unknown === true)
    return { ...base, absent: absences.stage_unset, rows: { kind: 'none' } };
  const isWhole = isTotal(step);
  const count = isWhole ? bridgeStep.count : bridgeStep.projects;
  const figure = money
    ? addAmounts(bridgeStep.amounts, bridgeStep.held_back)
    : { text: countText(count), exact: [{ value: String(count), unit: 'projects' }] };
  return {
    ...base,
    ...figure,
    ...compact({
      filled: isWhole && !money ? fillBridge(stepSubject) : undefined,
      parts:
        money && bridgeStep.held_back !== undefined
          ? withheldUnits(bridgeStep.held_back)
          : undefined,
    }),
    left_out: leftOut(reasons.no_amount, money ? Math.abs(bridgeStep.undisclosed) : 0),
    rows: listRows(stepSubject, bridgeStep, money),
  };
}

/** Fills the formula with the opening and all steps, as they add up to closing. */
function fillBridge(stepSubject: StepSubject) {
  const steps =
    stepSubject.changes.bridge.groups.find(({ group }) => group === stepSubject.group)?.steps ?? [];
  const additions = steps.filter(({ kind, count }) => kind !== 'closing' && count !== 0);
  const closing = steps.find(({ kind }) => kind === 'closing');
  if (closing === undefined || stepSubject.step !== 'closing') return undefined;
  return inAll((language) => {
    const parts = additions.map(({ kind, count }) => {
      const value = formatValue(Math.abs(count), '', language, { digits: 0 }).text.trim();
      return { sign: count < 0 ? '−' : '+', text: `${bridgeStepTerms[kind][language]} ${value}` };
    });
    const sum = parts
      .map(({ sign, text }, place) => (place === 0 && sign === '+' ? text : `${sign} ${text}`))
      .join(' ');
    return `${sum === '' ? '0' : sum} = ${countText(closing.count)[language]}`;
  });
}

/** Explains how many projects changed. */
export function explainChanged({ changes }: Pick<StepSubject, 'changes'>): DayExplanation {
  const { bridge, total, counts, moves, data_status } = changes;
  if (total === undefined)
    return { absent: absenceOf(changes), data_status, rows: { kind: 'none' } };
  return {
    text: countText(total),
    exact: [{ value: String(total), unit: 'projects' }],
    parts:
      counts === undefined
        ? []
        : moveKinds
            .filter((kind) => counts[kind] > 0)
            .map((kind) => ({ name: moveTerms[kind], text: countText(counts[kind]) })),
    sources: [registerAsSource(data_status, bridge.to)],
    data_status,
    since: bridge.from,
    rows: { kind: 'projects', total, items: moves.map(explainMove) },
  };
}
