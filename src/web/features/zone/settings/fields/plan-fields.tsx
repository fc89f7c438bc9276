import { useState } from 'react';
import { formatDate, formatValue } from '#domain/values/format.ts';
import { type PlanPath, planPaths, targetKey } from '#domain/zone/indicator.ts';
import { readPlanOn } from '#domain/targets/setting/plan-preview.ts';
import { nameTarget } from '#domain/zone/target-period.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { useOverviewOfView } from '#web/data/overview-of-view.ts';
import { type FormFault, useFault } from '#web/features/zone/settings/form/faults.tsx';
import { targetsLabels } from '#web/features/targets/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Button, IconButton } from '#web/ui/controls/button.tsx';
import { DataTable } from '#web/ui/display/data-table.tsx';
import { Field, SelectField } from '#web/ui/controls/field.tsx';
import { DateField } from '#web/ui/dates/date-field.tsx';
import type { ZoneChanges as Changes } from '#domain/zone/zone.ts';
import * as targetsStyles from '#web/features/targets/targets.module.css';

/**
 * The plan of each target that follows the plan of the zone, at the end of each year and at each
 * checkpoint, computed from the draft.
 */
function Preview({ draft }: { readonly draft: ZoneProfile }) {
  const t = useLabels(targetsLabels);
  const language = useLanguage();
  const rows = useOverviewOfView().data?.targets ?? [];
  const zone = { path: draft.plan_path, checkpoints: draft.checkpoints };
  const targetsWithValue = draft.targets.flatMap((target) => {
    const indicator = draft.indicators.find((one) => one.id === target.indicator);
    const row = rows.find((one) => targetKey(one) === targetKey(target));
    return target.value === undefined || indicator === undefined
      ? []
      : [{ target, indicator, row, like: target.value }];
  });
  if (targetsWithValue.length === 0) return null;
  const measures = targetsWithValue.filter(({ target }) => target.plan === undefined);
  const first = measures.map(({ target }) => target.baseline_date).toSorted()[0];
  const last = measures
    .map(({ target }) => target.deadline)
    .toSorted()
    .at(-1);
  if (first === undefined || last === undefined) return <p>{t('preview_none')}</p>;
  const years = Array.from(
    { length: Math.min(30, Number(last.slice(0, 4)) - Number(first.slice(0, 4)) + 1) },
    (_, at) => `${Number(first.slice(0, 4)) + at}-12-31`,
  );
  const days = [...new Set([...years, ...draft.checkpoints.map((point) => point.date), last])]
    .filter((day) => day <= last)
    .toSorted();
  return (
    <DataTable
      dense
      caption={t('preview')}
      rows={days}
      rowKey={(day) => day}
      columns={[
        {
          id: 'day',
          label: t('day'),
          head: true,
          cell: (day) => formatDate(day, language, 'long'),
        },
        ...measures.map(({ target, indicator, row, like }) => ({
          id: targetKey(target),
          label: nameTarget(target, indicator.name, draft.phases)[language],
          right: true,
          cell: (day: string) => {
            const plan = row && readPlanOn({ target, indicator, row, observations: [], zone }, day);
            return plan === undefined
              ? '–'
              : formatValue(plan, indicator.unit, language, { like }).text;
          },
        })),
      ]}
    />
  );
}

interface FieldsProps {
  readonly draft: ZoneProfile;
  readonly change: (changes: Changes) => void;
}
/** The path of the plan, its checkpoints, and the thresholds of the verdicts. */
export function PlanFields({ draft, change }: FieldsProps) {
  const t = useLabels(targetsLabels);
  return (
    <>
      <SelectField
        label={t('plan_path')}
        value={draft.plan_path}
        onChange={(event) => change({ plan_path: event.target.value as PlanPath })}
      >
        {planPaths.map((path) => (
          <option
            key={path}
            value={path}
            disabled={path === 'checkpoints' && draft.checkpoints.length === 0}
          >
            {t(`path_${path}`)}
          </option>
        ))}
      </SelectField>
      <h3>{t('checkpoints')}</h3>
      <CheckpointFields draft={draft} change={change} />
      <h3>{t('preview')}</h3>
      <Preview draft={draft} />
      <h3>{t('thresholds')}</h3>
      <ThresholdFields draft={draft} change={change} />
    </>
  );
}

const thresholdKeys = ['ahead', 'on', 'slightly'] as const;
type Thresholds = ZoneProfile['thresholds'];
/** The threshold that is above the one before it. */
const findWrongThreshold = ({ ahead, on }: Thresholds): keyof Thresholds =>
  on > ahead ? 'on' : 'slightly';

function ThresholdFields({ draft: { thresholds }, change }: FieldsProps) {
  const t = useLabels(targetsLabels);
  const orderFault = useFault('thresholds', (rule) => rule === 'thresholds_order');
  const faults = {
    ahead: useFault('thresholds.ahead'),
    on: useFault('thresholds.on'),
    slightly: useFault('thresholds.slightly'),
  };
  return (
    <div className={targetsStyles.columns}>
      {thresholdKeys.map((key) => (
        <PercentField
          key={key}
          label={t(`threshold_${key}`)}
          value={thresholds[key]}
          error={faults[key] ?? (key === findWrongThreshold(thresholds) ? orderFault : undefined)}
          onChange={(value) => change({ thresholds: { ...thresholds, [key]: value } })}
        />
      ))}
    </div>
  );
}

/** Stands for a text that is no percentage. No plan has a share below 0. */
const unreadPercent = -1;
const readPercent = (text: string): number => {
  const plain = text.normalize('NFKC').replace('%', '').trim().replace(/\.$/, '');
  return /^\d{1,4}(\.\d+)?$/.test(plain) ? Number(plain) : unreadPercent;
};
const writePercent = (value: number): string => (value < 0 ? '' : String(value));

/** A percentage as typed. A text that is no number stays in the field, and is a fault. */
function PercentField({
  label,
  value,
  error,
  onChange,
}: {
  readonly label: string;
  readonly value: number;
  readonly error: string | undefined;
  readonly onChange: (value: number) => void;
}) {
  const [text, setText] = useState(writePercent(value));
  return (
    <Field
      label={label}
      inputMode="decimal"
      value={readPercent(text) === value ? text : writePercent(value)}
      error={error}
      maxLength={20}
      onChange={({ target }) => {
        setText(target.value);
        onChange(readPercent(target.value));
      }}
    />
  );
}

function CheckpointFields({ draft: { checkpoints, data_date }, change }: FieldsProps) {
  const t = useLabels(targetsLabels);
  const put = (at: number, changes: Partial<Checkpoint>) =>
    change({
      checkpoints: checkpoints.map((point, i) =>
        i === at ? { ...point, ...changes, data_status: 'reported' } : point,
      ),
    });
  const add = () => {
    const last = checkpoints.at(-1);
    const year = Number((last?.date ?? data_date).slice(0, 4)) + (last === undefined ? 0 : 1);
    const newCheckpoint = {
      date: `${year}-12-31`,
      share: last?.share ?? 0,
      data_status: 'reported',
    } as const;
    change({ checkpoints: [...checkpoints, newCheckpoint] });
  };
  return (
    <>
      {checkpoints.map((point, at) => (
        <CheckpointLine
          // biome-ignore lint/suspicious/noArrayIndexKey: the date is edited in the row and can't identify it
          key={at}
          point={point}
          put={(changes) => put(at, changes)}
          remove={() => change({ checkpoints: checkpoints.filter((_, i) => i !== at) })}
        />
      ))}
      <Button onClick={add}>{t('add_checkpoint')}</Button>
    </>
  );
}

type Checkpoint = ZoneProfile['checkpoints'][number];
const shareRules: readonly string[] = ['share_falls', 'share_out_of_range'];

function CheckpointLine({
  point,
  put,
  remove,
}: {
  readonly point: Checkpoint;
  readonly put: (changes: Partial<Checkpoint>) => void;
  readonly remove: () => void;
}) {
  const t = useLabels(targetsLabels);
  const path = `checkpoints.${point.date}`;
  const [dayFault, shareFault] = [
    useFault(path, (rule) => !shareRules.includes(rule)),
    useFault(path, (rule) => shareRules.includes(rule)),
  ];
  const percent = point.share < 0 ? unreadPercent : Number((point.share * 100).toFixed(6));
  return (
    <div className={targetsStyles.line}>
      <DateField
        label={t('day')}
        value={point.date}
        error={dayFault}
        onChange={(event) => event.target.value !== '' && put({ date: event.target.value })}
      />
      <PercentField
        label={t('share')}
        value={percent}
        error={shareFault}
        onChange={(value) => put({ share: value < 0 ? unreadPercent : value / 100 })}
      />
      <IconButton icon="close" label={t('remove')} onClick={remove} />
    </div>
  );
}

/** Finds faults: the thresholds are numbers. */
export const findThresholdFaults = ({
  thresholds,
}: Pick<ZoneProfile, 'thresholds'>): readonly FormFault[] =>
  thresholdKeys.flatMap((key) =>
    thresholds[key] < 0 ? [{ path: `thresholds.${key}`, rule: 'not_above_zero' }] : [],
  );
