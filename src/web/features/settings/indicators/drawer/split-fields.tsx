import {
  compareDecimal,
  type Decimal,
  subtractDecimal,
  addDecimal,
} from '#domain/values/decimal.ts';
import { formatInPower } from '#domain/values/unit-power.ts';
import { makeFreeId } from '#domain/zone/templates/template-use.ts';
import { splitRemainder, sumOfParts } from '#domain/zone/target-split.ts';
import { useFunctionZones } from '#web/data/use-function-zones.ts';
import { useLabels } from '#web/i18n/text.ts';
import { IconButton, TextButton } from '#web/ui/controls/button.tsx';
import { Field, SelectField } from '#web/ui/controls/field.tsx';
import {
  type DraftOf,
  readInPower,
  type TargetDraft,
} from '#web/features/settings/indicators/draft/target-draft.ts';
import { indicatorLabels } from '#web/features/settings/indicators/labels/index.ts';
import { type FieldsProps, faultText } from './fields.ts';
import * as drawerStyles from './drawer.module.css';

const readValue = (text: string, of: DraftOf): Decimal | undefined => {
  const read = readInPower(text, of);
  return read.kind === 'value' ? read.value : undefined;
};

type PartDraft = TargetDraft['parts'][number];

/** The name, the value and the owner of a part. */
function PartFields({
  part,
  at,
  faults,
  put,
  remove,
}: Pick<FieldsProps, 'faults'> & {
  readonly part: PartDraft;
  /** Its place among the parts, from 0. */
  readonly at: number;
  readonly put: (changes: Partial<PartDraft>) => void;
  readonly remove: () => void;
}) {
  const t = useLabels(indicatorLabels);
  return (
    <div className={drawerStyles.part}>
      <Field
        label={t('part_name', { n: at + 1 })}
        value={part.name}
        list="part-names"
        maxLength={200}
        onChange={({ target }) => put({ name: target.value })}
        error={faultText(faults[`part.${at}.name`], t)}
      />
      <Field
        label={t('part_value', { n: at + 1 })}
        inputMode="decimal"
        value={part.value}
        onChange={({ target }) => put({ value: target.value })}
        error={faultText(faults[`part.${at}.value`], t)}
      />
      <Field
        label={t('part_owner', { n: at + 1 })}
        value={part.owner ?? ''}
        list="owner-names"
        maxLength={200}
        onChange={({ target }) => put({ owner: target.value })}
      />
      <IconButton
        icon="close"
        label={t('remove_part', { name: part.name || String(at + 1) })}
        onClick={remove}
      />
    </div>
  );
}

/** The parts of a target, with the remainder, which is computed and never typed. */
export function SplitFields({
  draft,
  change,
  faults,
  of,
  version,
}: FieldsProps & {
  /** The number of the stored split. */
  readonly version: number | undefined;
}) {
  const t = useLabels(indicatorLabels);
  const { parts } = draft;
  const zones = useFunctionZones(of.profile.function_zones, { as_of: of.today });
  const names = zones.map(({ name }) => name[of.language]);
  const free = names.find((name) => !parts.some((part) => part.name === name)) ?? '';
  // the first part: by the function zones that the settings or the register name
  const split_by = parts.length === 0 && names.length > 0 ? 'function_zone' : draft.split_by;
  const add = () =>
    change({
      split_by,
      parts: [
        ...parts,
        {
          id: makeFreeId(
            'part',
            parts.map(({ id }) => id),
          ),
          name: split_by === 'function_zone' ? free : '',
          value: '',
        },
      ],
    });
  const put = (at: number, next: Partial<PartDraft>) =>
    change({ parts: parts.map((part, i) => (i === at ? { ...part, ...next } : part)) });
  return (
    <fieldset className={drawerStyles.group}>
      <legend>
        {t('split')}
        {version === undefined ? null : <small>{t('split_version', { n: version })}</small>}
      </legend>
      {parts.length === 0 ? null : (
        <SelectField
          label={t('split_by')}
          value={draft.split_by}
          onChange={({ target }) =>
            change({ split_by: target.value === 'unit' ? 'unit' : 'function_zone' })
          }
        >
          <option value="function_zone">{t('by_function_zone')}</option>
          <option value="unit">{t('by_unit')}</option>
        </SelectField>
      )}
      <datalist id="part-names">
        {(split_by === 'function_zone' ? names : []).map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {parts.map((part, at) => (
        <PartFields
          key={part.id}
          part={part}
          at={at}
          faults={faults}
          put={(next) => put(at, next)}
          remove={() => change({ parts: parts.filter((_, i) => i !== at) })}
        />
      ))}
      <Remainder {...{ draft, change, of }} isWrong={faults['split'] !== undefined} />
      <TextButton onClick={add}>{t('add_part')}</TextButton>
    </fieldset>
  );
}

/** The remainder and the whole. Where the parts exceed the whole, the two repairs. */
function Remainder({
  draft,
  change,
  of,
  isWrong,
}: Pick<FieldsProps, 'draft' | 'change' | 'of'> & { readonly isWrong: boolean }) {
  const t = useLabels(indicatorLabels);
  const { parts } = draft;
  const whole = readValue(draft.value, of);
  if (parts.length === 0 || whole === undefined) return null;
  const read = parts.map(({ value }) => ({ value: readValue(value, of) ?? '0' }));
  const remainder = splitRemainder(whole, { parts: read });
  const isOver = compareDecimal(remainder, '0') < 0;
  const write = (value: Decimal): string => formatInPower(value, of.indicator, of.language);
  const over = subtractDecimal('0', remainder);
  const last = read.at(-1)?.value ?? '0';
  const reducedValue = addDecimal(last, remainder);
  return (
    <>
      <dl className={drawerStyles.sums}>
        <div>
          <dt>{t('not_assigned')}</dt>
          <dd>{isOver ? '–' : write(remainder)}</dd>
        </div>
        <div>
          <dt>{t('whole')}</dt>
          <dd>
            {write(whole)} {isOver ? null : <span>✓ {t('adds_up')}</span>}
          </dd>
        </div>
      </dl>
      {isOver ? (
        <div className={drawerStyles.question} role={isWrong ? 'alert' : undefined}>
          <p>{t('parts_over', { value: write(over) })}</p>
          <TextButton onClick={() => change({ value: write(sumOfParts(read)) })}>
            {t('raise_whole', { value: write(sumOfParts(read)) })}
          </TextButton>
          {compareDecimal(reducedValue, '0') >= 0 ? (
            <TextButton
              onClick={() =>
                change({
                  parts: parts.map((part, at) =>
                    at === parts.length - 1 ? { ...part, value: write(reducedValue) } : part,
                  ),
                })
              }
            >
              {t('reduce_last', { value: write(reducedValue) })}
            </TextButton>
          ) : null}
        </div>
      ) : null}
    </>
  );
}
