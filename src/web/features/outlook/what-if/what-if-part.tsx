import { formatFactor } from '#domain/labels/targets/scenario.ts';
import type { TargetOutlook } from '#domain/outlook/outlook.ts';
import { canChangePace } from '#domain/outlook/scenario/pace-scenario.ts';
import { paceMonths } from '#domain/outlook/scenario/scenario.ts';
import { defaultRampMonths } from '#domain/outlook/make-chance.ts';
import { defaultShock } from '#domain/outlook/chance/shock.ts';
import { whatIfLabels } from '#web/features/outlook/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { SegmentChoice } from '#web/ui/controls/segmented.tsx';
import * as textStyles from '#web/ui/text.module.css';
import { FoldedPart } from '#web/features/outlook/parts/folded.tsx';
import { AddProject, LeaveOut } from './project-choices.tsx';
import { ScenarioResult } from './scenario-result.tsx';
import { useScenario, type ScenarioChange } from './use-scenario.ts';
import * as styles from './what-if.module.css';

/**
 * A choice of one number. A number in the address that is not among the usual ones is offered too.
 */
function Choice({
  label,
  usual,
  value,
  base,
  write,
  onChange,
}: {
  readonly label: string;
  readonly usual: readonly number[];
  readonly value: number;
  readonly base: number;
  readonly write: (value: number) => string;
  readonly onChange: (value: number | undefined) => void;
}) {
  const values = usual.includes(value) ? usual : [...usual, value].toSorted((a, b) => a - b);
  return (
    <div className={styles.choice}>
      <span>{label}</span>
      <SegmentChoice
        label={label}
        value={String(value)}
        onChange={(to) => onChange(Number(to) === base ? undefined : Number(to))}
        segments={values.map((one) => ({ value: String(one), label: write(one) }))}
      />
    </div>
  );
}

/** The controls of a scenario for targets to which projects add. */
function ProjectControls({
  outlook: { row, measure, chance },
}: {
  readonly outlook: TargetOutlook;
}) {
  const t = useLabels(whatIfLabels);
  const { scenario, change } = useScenario();
  const months = (n: number): string => t('months', { n: String(n) });
  const set = (key: keyof ScenarioChange) => (value: number | undefined) =>
    change({ [key]: value });
  return (
    <>
      <Choice
        label={t('delay')}
        usual={[0, 6, 12, 24]}
        base={0}
        value={scenario.delay_months ?? 0}
        write={(n) => (n === 0 ? t('none') : months(n))}
        onChange={set('delay_months')}
      />
      {chance === undefined ? (
        <p className={textStyles.note}>{t('no_chance')}</p>
      ) : (
        <RateControls />
      )}
      <LeaveOut />
      {measure === undefined ? null : <AddProject row={row} measure={measure} />}
    </>
  );
}

/** The controls of a scenario that change a chance only. */
function RateControls() {
  const t = useLabels(whatIfLabels);
  const { scenario, change } = useScenario();
  const set = (key: keyof ScenarioChange) => (value: number | undefined) =>
    change({ [key]: value });
  return (
    <>
      <Choice
        label={t('rate')}
        usual={[0.8, 1, 1.25]}
        base={1}
        value={scenario.rate ?? 1}
        write={(n) => (n === 1 ? t('none') : formatFactor(n))}
        onChange={set('rate')}
      />
      <Choice
        label={t('ramp')}
        usual={[12, 24, 36]}
        base={defaultRampMonths}
        value={scenario.ramp_months ?? defaultRampMonths}
        write={String}
        onChange={set('ramp_months')}
      />
      <Choice
        label={t('shock')}
        usual={[0, 0.5, 1]}
        base={defaultShock}
        value={scenario.shock ?? defaultShock}
        write={String}
        onChange={set('shock')}
      />
    </>
  );
}

function PaceControls() {
  const t = useLabels(whatIfLabels);
  const { scenario, change } = useScenario();
  return (
    <>
      <Choice
        label={t('pace')}
        usual={paceMonths}
        base={12}
        value={scenario.pace_months ?? 12}
        write={(n) => t('months', { n: String(n) })}
        onChange={(n) => change({ pace_months: paceMonths.find((one) => one === n) })}
      />
      <p className={textStyles.note}>{t('companies')}</p>
    </>
  );
}

/** The result under other assumptions. It is never a fact. */
export function WhatIfPart({ outlook }: { readonly outlook: TargetOutlook }) {
  const t = useLabels(whatIfLabels);
  const { scenario } = useScenario();
  const { row, range } = outlook;
  const isPace = canChangePace(row) && outlook.measure === undefined;
  if (range === undefined && !isPace) return null;
  const isTooFew =
    isPace && scenario.pace_months !== undefined && outlook.scenario?.pace === undefined;
  return (
    <FoldedPart title={t('title')} more={t('never')} says="outlook_likely pace">
      <div className={styles.whatIf}>
        <div>{isPace ? <PaceControls /> : <ProjectControls outlook={outlook} />}</div>
        <div>
          <ScenarioResult outlook={outlook} />
          {isTooFew ? <p className={textStyles.note}>{t('pace_unknown')}</p> : null}
        </div>
      </div>
    </FoldedPart>
  );
}
