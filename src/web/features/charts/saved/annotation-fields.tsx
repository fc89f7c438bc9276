import type { AnnotationAxis } from '#charts/kit/annotation-axis.ts';
import { longestAnnotation, mostAnnotations } from '#domain/analysis/annotation.ts';
import { compact } from '#domain/values/compact.ts';
import { chartsLabels } from '#web/features/charts/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { TextButton } from '#web/ui/controls/button.tsx';
import { Field, SelectField } from '#web/ui/controls/field.tsx';
import { DateField } from '#web/ui/dates/date-field.tsx';
import type { ValueEvent } from '#web/ui/dates/use-typed-date.ts';
import { isPlaceWhole, listUnits, type TypedAnnotation } from './typed-annotation.ts';
import * as chartsStyles from '#web/features/charts/charts.module.css';

interface AnnotationFieldsProps {
  readonly axes: readonly AnnotationAxis[];
  readonly annotations: readonly TypedAnnotation[];
  readonly isTried: boolean;
  readonly onChange: (annotations: readonly TypedAnnotation[]) => void;
}

/** The day or value of one annotation, its text, and a button that removes it. */
function Row({
  one,
  axes,
  isTried,
  onChange,
  onRemove,
}: Pick<AnnotationFieldsProps, 'axes' | 'isTried'> & {
  readonly one: TypedAnnotation;
  readonly onChange: (one: TypedAnnotation) => void;
  readonly onRemove: () => void;
}) {
  const t = useLabels(chartsLabels);
  const units = listUnits(axes);
  const { unit: _unit, ...rest } = one;
  const word = units.find((unit) => unit?.unit === one.unit)?.word ?? one.unit ?? '';
  const place = {
    value: one.at,
    error: isTried && !isPlaceWhole(one) ? t('text_place_missing') : undefined,
    onChange: ({ target }: ValueEvent) => onChange({ ...one, at: target.value }),
  };
  return (
    <fieldset className={chartsStyles.text}>
      {units.length < 2 ? null : (
        <SelectField
          label={t('text_axis')}
          value={one.unit ?? ''}
          onChange={({ target: { value } }) =>
            onChange(value === '' ? { ...rest, at: '' } : { ...rest, at: '', unit: value })
          }
        >
          {units.map((unit) => (
            <option key={unit?.unit ?? ''} value={unit?.unit ?? ''}>
              {unit === undefined ? t('text_day') : t('text_value', { unit: unit.word })}
            </option>
          ))}
        </SelectField>
      )}
      {one.unit === undefined ? (
        <DateField {...place} label={t('text_day')} />
      ) : (
        <Field {...place} inputMode="decimal" label={t('text_value', { unit: word })} />
      )}
      <Field
        label={t('text')}
        maxLength={longestAnnotation}
        value={one.text}
        error={isTried && one.text.trim() === '' ? t('text_missing') : undefined}
        onChange={({ target }) => onChange({ ...one, text: target.value })}
      />
      <TextButton onClick={onRemove}>{t('text_remove')}</TextButton>
    </fieldset>
  );
}

/** The annotations of the chart. A chart without an axis for them has no such fields. */
export function AnnotationFields({ axes, annotations, isTried, onChange }: AnnotationFieldsProps) {
  const t = useLabels(chartsLabels);
  const [unit] = listUnits(axes);
  const add = () => {
    const key = Math.max(-1, ...annotations.map((one) => one.key)) + 1;
    onChange([...annotations, { key, at: '', text: '', ...compact({ unit: unit?.unit }) }]);
  };
  return (
    <>
      {annotations.map((one) => (
        <Row
          key={one.key}
          one={one}
          axes={axes}
          isTried={isTried}
          onChange={(next) =>
            onChange(annotations.map((old) => (old.key === next.key ? next : old)))
          }
          onRemove={() => onChange(annotations.filter(({ key }) => key !== one.key))}
        />
      ))}
      {axes.length === 0 || annotations.length >= mostAnnotations ? null : (
        <TextButton onClick={add}>{t('text_add')}</TextButton>
      )}
    </>
  );
}
