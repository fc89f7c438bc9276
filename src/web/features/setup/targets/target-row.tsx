import {
  type FinalYears,
  type FirstTarget,
  addFirstTargets,
} from '#domain/targets/setup/first-targets.ts';
import { poweredUnitLabel, formatInPower } from '#domain/values/unit-power.ts';
import type { ChangeDraft, RowDraft } from '#web/features/setup/draft.ts';
import { setupLabels } from '#web/features/setup/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { NumberField, type ReadField } from '#web/features/setup/parts/number-field.tsx';
import { sureKey, unitKey, type SetupRow, toFirstTarget } from './rows.ts';
import * as setupStyles from '#web/features/setup/setup.module.css';
import * as textStyles from '#web/ui/text.module.css';
import { generateWording } from '#domain/targets/wording.ts';

/** The generated wording of the targets of a row, in the language of the page. */
function useWordings(row: SetupRow, year: number, finalYear: number): readonly string[] {
  const language = useLanguage();
  const zone = { indicators: [], targets: [], base_currency: row.unit.unit };
  const years = { year, final_year: finalYear, source: '', today: '' };
  return addFirstTargets(zone, [toFirstTarget(row)], years).targets.map(
    (target) => generateWording(target, row.indicator)[language],
  );
}

interface RowProps {
  readonly row: SetupRow;
  readonly change: ChangeDraft;
  readonly year: number;
  readonly finalYear: number;
  /** Whether a wrong number is reported: not while it is typed. */
  readonly isChecked: boolean;
}
/** Makes the id of a field of a row, for the focus. */
export const fieldId = (row: SetupRow, field: 'annual' | 'final'): string =>
  `${row.template.indicator.id} ${field}`;

const paths: readonly FirstTarget['path'][] = ['straight', 'as_last_year'];

/** One indicator: unit, target of the year, final target and path, with one question below. */
export function TargetRow({ row, change, year, finalYear, isChecked }: RowProps) {
  const t = useLabels(setupLabels);
  const language = useLanguage();
  const { id } = row.template.indicator;
  const name = row.indicator.name[language];
  const set = (more: RowDraft) =>
    change((now) => ({ ...now, rows: { ...now.rows, [id]: { ...now.rows[id], ...more } } }));
  const { kind } = row.indicator;
  const about = kind === 'annual_flow' ? 'sum_since_january' : kind === 'ratio' ? 'share' : 'level';
  const number = (field: 'annual' | 'final', read: ReadField, label: string) => (
    <NumberField
      id={fieldId(row, field)}
      label={`${name}, ${label}`}
      head={label}
      read={read}
      isChecked={isChecked}
      onText={(text) => set({ [field]: text })}
      onRestore={() =>
        change((now) => {
          const { [field]: _, ...rest } = now.rows[id] ?? {};
          return { ...now, rows: { ...now.rows, [id]: rest } };
        })
      }
    />
  );
  return (
    <div className={setupStyles.row} role="group" aria-label={name}>
      <p className={setupStyles.rowName}>
        <b>{name}</b>
        <small>{t(about)}</small>
      </p>
      <label>
        <span>{t('unit')}</span>
        <select
          aria-label={`${name}, ${t('unit')}`}
          value={unitKey(row.unit)}
          onChange={({ target }) => set({ unit: target.value })}
        >
          {row.units.map((unit) => (
            <option key={unitKey(unit)} value={unitKey(unit)}>
              {poweredUnitLabel(unit, language)}
            </option>
          ))}
        </select>
      </label>
      {number('annual', row.annual, t('annual_of', { year: String(year) }))}
      <div className={setupStyles.finalCell}>
        {number('final', row.final, t('final_of', { year: String(finalYear) }))}
        <CoversSelect {...{ row, year, finalYear }} onSet={set} />
      </div>
      {kind === 'annual_flow' ? <PathSelect row={row} onSet={set} /> : <span />}
      <Wording row={row} year={year} finalYear={finalYear} />
      <Question row={row} onSet={set} />
    </div>
  );
}

interface ChoiceProps {
  readonly row: SetupRow;
  readonly onSet: (more: RowDraft) => void;
}
function PathSelect({ row, onSet }: ChoiceProps) {
  const t = useLabels(setupLabels);
  const language = useLanguage();
  return (
    <label>
      <span>{t('path')}</span>
      <select
        aria-label={`${row.indicator.name[language]}, ${t('path')}`}
        value={row.path}
        onChange={({ target }) => onSet({ path: target.value as FirstTarget['path'] })}
      >
        {paths.map((path) => (
          <option key={path} value={path}>
            {t(`path_${path}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The years that the final target of a flow counts. Of one year there is no choice. */
function CoversSelect({
  row,
  year,
  finalYear,
  onSet,
}: ChoiceProps & Pick<RowProps, 'year' | 'finalYear'>) {
  const t = useLabels(setupLabels);
  const language = useLanguage();
  if (row.indicator.kind !== 'annual_flow' || finalYear <= year) return null;
  return (
    <select
      aria-label={`${row.indicator.name[language]}, ${t('final_years')}`}
      value={row.covers}
      onChange={({ target }) => onSet({ covers: target.value as FinalYears })}
    >
      <option value="sum_of_years">{t('sum_of_years')}</option>
      <option value="final_year">{t('final_year_alone')}</option>
    </select>
  );
}

function Wording({ row, year, finalYear }: Pick<RowProps, 'row' | 'year' | 'finalYear'>) {
  const t = useLabels(setupLabels);
  const words = useWordings(row, year, finalYear);
  return words.length === 0 ? null : (
    <p className={setupStyles.wording}>
      <small>{t('generated')}</small> {words.join(' · ')}
    </p>
  );
}

/** The one question about a row, with the repair as a button. */
function Question({
  row,
  onSet,
}: {
  readonly row: SetupRow;
  readonly onSet: (more: RowDraft) => void;
}) {
  const t = useLabels(setupLabels);
  const language = useLanguage();
  const { question, annual, final, indicator, unit, covers } = row;
  if (question === undefined || annual.reading.kind !== 'value' || final.reading.kind !== 'value')
    return null;
  const write = (value: string) =>
    `${formatInPower(value, indicator, language)} ${poweredUnitLabel(unit, language)}`;
  const texts = { annual: write(annual.reading.value), final: write(final.reading.value) };
  const { repair } = question;
  const isSum = indicator.kind === 'annual_flow' && covers === 'sum_of_years';
  const isSwap = question.kind === 'beyond_final' && !question.isTenth;
  const changedField = question.kind === 'ten_times' ? 'final' : 'annual';
  const repairedText = write(repair[changedField]);
  const values = { ...texts, repair: repairedText };
  const text = isSwap
    ? t('ask_swap', texts)
    : question.kind === 'beyond_final'
      ? t('ask_tenth', values)
      : t(isSum ? 'ask_ten_times' : 'ask_far_above', values);
  const plain = (value: string) =>
    formatInPower(value, indicator, language).replace(/(?<=\d)[,.](?=\d{3})/g, (mark) =>
      mark === ',' ? '' : mark,
    );
  return (
    <div className={setupStyles.question} role="status">
      <p>{text}</p>
      <div className={textStyles.row}>
        <Button onClick={() => onSet({ annual: plain(repair.annual), final: plain(repair.final) })}>
          {isSwap ? t('repair_swap') : t('repair_to', { value: repairedText })}
        </Button>
        <Button quiet onClick={() => onSet({ sure: sureKey(annual, final) })}>
          {t('keep_value', { value: texts[changedField] })}
        </Button>
      </div>
    </div>
  );
}
