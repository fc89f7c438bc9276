import { stageWord } from '#domain/labels/index.ts';
import { gateActorTerms, gateStartText } from '#domain/labels/projects/gate.ts';
import {
  chineseDeadlines,
  type Gate,
  gateActors,
  gatesAbroad,
  gateStarts,
  usualGates,
} from '#domain/projects/gate.ts';
import { type Stage, stages } from '#domain/projects/stage.ts';
import { compact } from '#domain/values/compact.ts';
import type { Text } from '#domain/values/language.ts';
import { isInChina } from '#domain/zone/zone.ts';
import { compareZones } from '#domain/zone/zone-changes.ts';
import { zoneFormLabels } from '#web/features/zone/labels/index.ts';
import {
  type ChangesOf,
  EntryList,
  makeEntryId,
} from '#web/features/zone/settings/form/entry-list.tsx';
import { type FormFault, useFault } from '#web/features/zone/settings/form/faults.tsx';
import type { ZoneFieldsProps } from '#web/features/zone/settings/form/settings-form.tsx';
import { TextFields } from '#web/features/zone/settings/form/text-fields.tsx';
import { findGateName, usualGateName } from '#web/features/zone/settings/history/gate-history.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { TextButton } from '#web/ui/controls/button.tsx';
import { Checkbox, Field, SelectField } from '#web/ui/controls/field.tsx';
import * as textStyles from '#web/ui/text.module.css';
import * as formStyles from '#web/features/zone/settings/form/settings-form.module.css';

const isUsual = (gate: Gate): boolean =>
  usualGates.some(
    (usual) =>
      usual.id === gate.id && compareZones({ gates: [usual] }, { gates: [gate] }).length === 0,
  );

/** The gates and legal deadlines of the zone. Until one is changed, the usual ones apply. */
export function GateFields({ draft, change }: ZoneFieldsProps) {
  const t = useLabels(zoneFormLabels);
  const language = useLanguage();
  const gates = draft.gates ?? usualGates;
  return (
    <>
      <p>{t(draft.gates === undefined ? 'gates_usual' : 'gates_own')}</p>
      <GateTemplates draft={draft} change={change} />
      <EntryList
        entries={gates}
        path={({ id }) => `gates.${id}`}
        title={(gate) => {
          const name = findGateName(gates, gate.id)?.[language] ?? '';
          return isUsual(gate) ? `${name} · ${t('usual')}` : name;
        }}
        onChange={(next) => change({ gates: next })}
        add={t('add_gate')}
        makeEntry={(): Gate => ({
          id: makeEntryId('gate'),
          from: 'signed',
          until: 'registered',
          months: 6,
          actor: 'investor',
        })}
      >
        {(gate, put) => <OneGate gate={gate} words={draft.stage_words} onChange={put} />}
      </EntryList>
    </>
  );
}

/** The buttons that take the usual gates, or the deadlines of Chinese law, into the list. */
function GateTemplates({ draft, change }: ZoneFieldsProps) {
  const t = useLabels(zoneFormLabels);
  const { gates } = draft;
  if (gates === undefined) return null;
  const isChinese = isInChina(draft);
  const usual = isChinese ? usualGates : gatesAbroad;
  const missing = chineseDeadlines.filter(({ id }) => !gates.some((gate) => gate.id === id));
  return (
    <p className={textStyles.row}>
      {isChinese || compareZones({ gates: usual }, { gates }).length > 0 ? (
        <TextButton onClick={() => change({ gates: isChinese ? null : usual })}>
          {t('back_to_usual_gates')}
        </TextButton>
      ) : null}
      {isChinese || missing.length === 0 ? null : (
        <TextButton onClick={() => change({ gates: [...gates, ...missing] })}>
          {t('add_chinese_deadlines')}
        </TextButton>
      )}
    </p>
  );
}

interface OneGateProps {
  readonly gate: Gate;
  readonly words: ZoneFieldsProps['draft']['stage_words'];
  readonly onChange: (changes: ChangesOf<Gate>) => void;
}

const emptyText: Text = { 'zh-CN': '', ja: '', en: '' };
/** Removes the blank languages of a name; undefined where all are blank. */
function readName(text: Text): Gate['name'] | undefined {
  const entries = Object.entries(text).filter(([, words]) => words.trim() !== '');
  return entries.length === 0 ? undefined : (Object.fromEntries(entries) as Partial<Text>);
}

function OneGate({ gate, words, onChange }: OneGateProps) {
  const t = useLabels(zoneFormLabels);
  const fault = useFault(`gates.${gate.id}.name`);
  const usualName = usualGateName(gate.id);
  return (
    <>
      <TextFields
        label={t('prop_name')}
        value={{ ...emptyText, ...gate.name }}
        {...compact({ placeholder: usualName })}
        error={fault}
        onChange={(text) => onChange({ name: readName(text) })}
      />
      <GateClock gate={gate} words={words} onChange={onChange} />
      <Checkbox
        label={t('prop_is_legal')}
        hint={t('is_legal_hint')}
        checked={gate.is_legal === true}
        onChange={(event) => onChange({ is_legal: event.target.checked ? true : undefined })}
      />
      <Checkbox
        label={t('prop_land_only')}
        checked={gate.land_only === true}
        onChange={(event) => onChange({ land_only: event.target.checked ? true : undefined })}
      />
    </>
  );
}

function GateClock({ gate, words, onChange }: OneGateProps) {
  const t = useLabels(zoneFormLabels);
  const language = useLanguage();
  const [untilFault, monthsFault] = [
    useFault(`gates.${gate.id}.until`),
    useFault(`gates.${gate.id}.months`),
  ];
  return (
    <div className={formStyles.columns}>
      <StageField
        label={t('prop_from')}
        value={gate.from}
        words={words}
        onChange={(from) => onChange({ from })}
      />
      <StartField {...{ gate, words, onChange }} />
      <StageField
        label={t('prop_until')}
        value={gate.until}
        words={words}
        error={untilFault}
        onChange={(until) => onChange({ until })}
      />
      <Field
        label={t('prop_months')}
        inputMode="numeric"
        value={gate.months === 0 ? '' : String(gate.months)}
        error={monthsFault}
        onChange={(event) =>
          onChange({ months: Number(event.target.value.replaceAll(/\D/g, '').slice(0, 4)) })
        }
      />
      <SelectField
        label={t('prop_actor')}
        value={gate.actor}
        onChange={(event) =>
          onChange({ actor: gateActors.find((one) => one === event.target.value) ?? gate.actor })
        }
      >
        {gateActors.map((actor) => (
          <option key={actor} value={actor}>
            {gateActorTerms[actor][language]}
          </option>
        ))}
      </SelectField>
    </div>
  );
}

/** The event from which a gate runs: the day of its stage, or another one. */
function StartField({ gate, words, onChange }: OneGateProps) {
  const t = useLabels(zoneFormLabels);
  const language = useLanguage();
  return (
    <SelectField
      label={t('prop_counted_from')}
      value={gate.counted_from ?? ''}
      onChange={(event) =>
        onChange({ counted_from: gateStarts.find((one) => one === event.target.value) })
      }
    >
      {['' as const, ...gateStarts].map((start) => (
        <option key={start} value={start}>
          {gateStartText(
            { from: gate.from, ...compact({ counted_from: start || undefined }) },
            words,
            language,
          )}
        </option>
      ))}
    </SelectField>
  );
}

function StageField({
  label,
  value,
  words,
  error,
  onChange,
}: {
  readonly label: string;
  readonly value: Stage;
  readonly words: OneGateProps['words'];
  readonly error?: string | undefined;
  readonly onChange: (stage: Stage) => void;
}) {
  const language = useLanguage();
  return (
    <SelectField
      label={label}
      value={value}
      error={error}
      onChange={(event) => onChange(stages.find((one) => one === event.target.value) ?? value)}
    >
      {stages.map((stage) => (
        <option key={stage} value={stage}>
          {stageWord(words, stage, language)}
        </option>
      ))}
    </SelectField>
  );
}

/**
 * Finds faults: a gate has a name, ends at a later stage than it begins, and takes 1 to 120 months.
 */
export const findGateFaults = ({ gates = [] }: ZoneFieldsProps['draft']): readonly FormFault[] =>
  gates.flatMap(({ id, from, until, months }): readonly FormFault[] => {
    const path = `gates.${id}`;
    return [
      ...(findGateName(gates, id) === undefined
        ? [{ path: `${path}.name`, rule: 'empty_text' as const }]
        : []),
      ...(stages.indexOf(from) < stages.indexOf(until)
        ? []
        : [{ path: `${path}.until`, rule: 'later_stage' as const }]),
      ...(months >= 1 && months <= 120
        ? []
        : [{ path: `${path}.months`, rule: 'months_in_range' as const }]),
    ];
  });
