import { formatDate, formatValue } from '#domain/values/format.ts';
import { type PlanPath, planPaths, targetKey } from '#domain/zone/indicator.ts';
import { readPlanOn } from '#domain/targets/setting/plan-preview.ts';
import { nameTarget } from '#domain/zone/target-period.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { useOverviewOfView } from '#web/data/overview-of-view.ts';
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
interface PlanFieldsProps extends FieldsProps {
  /** The fault of the order of the thresholds. */
  readonly orderError: string | undefined;
}

/** The threshold that is above the one before it, or below 0. */
const findWrongThreshold = ({ ahead, on }: ZoneProfile['thresholds']): 'on' | 'slightly' =>
  on > ahead ? 'on' : 'slightly';

/** The path of the plan, its checkpoints, and the thresholds of the verdicts. */
export function PlanFields({ draft, change, orderError }: PlanFieldsProps) {
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
      <div className={targetsStyles.columns}>
        {(['ahead', 'on', 'slightly'] as const).map((key) => (
          <Field
            key={key}
            label={t(`threshold_${key}`)}
            type="number"
            min={0}
            max={1000}
            step="any"
            value={String(draft.thresholds[key])}
            error={key === findWrongThreshold(draft.thresholds) ? orderError : undefined}
            onChange={(event) =>
              change({ thresholds: { ...draft.thresholds, [key]: Number(event.target.value) } })
            }
          />
        ))}
      </div>
    </>
  );
}

/** Reads a percentage as a share; 0 when it is no number. */
const readShare = (text: string): number =>
  /^\d{1,3}(\.\d+)?$/.test(text) ? Number(text) / 100 : 0;

function CheckpointFields({ draft: { checkpoints, data_date }, change }: FieldsProps) {
  const t = useLabels(targetsLabels);
  const put = (at: number, changes: { date?: string; share?: number }) =>
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
        // biome-ignore lint/suspicious/noArrayIndexKey: the date is edited in the row and can't identify it
        <div className={targetsStyles.line} key={at}>
          <DateField
            label={t('day')}
            value={point.date}
            onChange={(event) => event.target.value !== '' && put(at, { date: event.target.value })}
          />
          <Field
            label={t('share')}
            type="number"
            min={0}
            max={100}
            step="any"
            value={String(Number((point.share * 100).toFixed(6)))}
            onChange={(event) => put(at, { share: readShare(event.target.value) })}
          />
          <IconButton
            icon="close"
            label={t('remove')}
            onClick={() => change({ checkpoints: checkpoints.filter((_, i) => i !== at) })}
          />
        </div>
      ))}
      <Button onClick={add}>{t('add_checkpoint')}</Button>
    </>
  );
}
