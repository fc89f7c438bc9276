import { sameWords } from '#domain/labels/index.ts';
import { addDays } from '#domain/values/date.ts';
import { checklistAt } from '#domain/zone/checklist.ts';
import { findPhaseItems, followPhases, setPhaseItems } from '#domain/zone/phase-checklist.ts';
import { changeZone, type Phase, type ZoneChanges, type ZoneProfile } from '#domain/zone/zone.ts';
import { zoneFormLabels } from '#web/features/zone/labels/index.ts';
import { noteLength } from '#web/features/zone/settings/fields/zone-fields.tsx';
import {
  type ChangesOf,
  EntryList,
  makeEntryId,
} from '#web/features/zone/settings/form/entry-list.tsx';
import { type FormFault, useFault } from '#web/features/zone/settings/form/faults.tsx';
import { today, type ZoneFieldsProps } from '#web/features/zone/settings/form/settings-form.tsx';
import { TextFields } from '#web/features/zone/settings/form/text-fields.tsx';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { ChecklistFields } from './checklist-fields.tsx';
import { DayField } from './day-field.tsx';
import * as formStyles from '#web/features/zone/settings/form/settings-form.module.css';

const noText = sameWords('');

/** The phases of the zone with their days and checklists, and the note on them. */
export function PhaseFields({ draft, change }: ZoneFieldsProps) {
  const t = useLabels(zoneFormLabels);
  const language = useLanguage();
  const { phases } = draft;
  const makePhase = (): Phase => {
    const last = phases.at(-1)?.end;
    const start = last === undefined ? `${today().slice(0, 4)}-01-01` : addDays(last, 1);
    return {
      id: makeEntryId('phase'),
      name: noText,
      start,
      end: `${start.slice(0, 4)}-12-31`,
    };
  };
  return (
    <>
      <EntryList
        entries={phases}
        path={({ id }) => `phases.${id}`}
        title={(phase) => {
          const count = checklistAt({ items: findPhaseItems(draft, phase.id) }, today());
          const name = phase.name[language];
          return count === undefined ? name : `${name} · ${t('done_of', { ...count })}`;
        }}
        onChange={(next) => change({ phases: next })}
        add={t('add_phase')}
        makeEntry={makePhase}
      >
        {(phase, put) => (
          <>
            <OnePhase phase={phase} onChange={put} />
            <ChecklistFields
              of={`phases.${phase.id}.items`}
              items={findPhaseItems(draft, phase.id)}
              onChange={(items) => change(setPhaseItems(draft, phase, items))}
            />
          </>
        )}
      </EntryList>
      <h3>{t('phase_note')}</h3>
      <TextFields
        label={t('phase_note_optional')}
        value={draft.phase_note ?? noText}
        isLong
        maxLength={noteLength}
        onChange={(note) =>
          change({
            phase_note: Object.values(note).every((words) => words.trim() === '') ? null : note,
          })
        }
      />
    </>
  );
}

function OnePhase({
  phase,
  onChange,
}: {
  readonly phase: Phase;
  readonly onChange: (changes: ChangesOf<Phase>) => void;
}) {
  const t = useLabels(zoneFormLabels);
  const [nameFault, endFault] = [
    useFault(`phases.${phase.id}.name`),
    useFault(`phases.${phase.id}.end`),
  ];
  return (
    <>
      <TextFields
        label={t('prop_name')}
        value={phase.name}
        error={nameFault}
        onChange={(name) => onChange({ name })}
      />
      <div className={formStyles.columns}>
        <DayField
          label={t('prop_start')}
          value={phase.start}
          onChange={(start) => onChange({ start })}
        />
        <DayField
          label={t('prop_end')}
          value={phase.end}
          error={endFault}
          onChange={(end) => onChange({ end })}
        />
      </div>
    </>
  );
}

/** Adds the consequences of changed phases: the days of their checklists. */
export function completePhases(
  base: ZoneProfile,
  changes: ZoneChanges,
  reason: string,
): ZoneChanges {
  const { targets: _, ...others } = changes;
  const next = changeZone(base, changes);
  const targets = followPhases(base, next, { reason: reason.trim(), day: today() });
  return JSON.stringify(targets) === JSON.stringify(base.targets) ? others : { ...others, targets };
}

/** Finds faults: every item of a checklist has a name, and is not done on a day to come. */
export const findPhaseFaults = (next: ZoneProfile, base: ZoneProfile): readonly FormFault[] =>
  next.phases.flatMap(({ id }) =>
    findPhaseItems(next, id).flatMap(({ id: item, name, done }): readonly FormFault[] => {
      const path = `phases.${id}.items.${item}`;
      const dayBefore = findPhaseItems(base, id).find((one) => one.id === item)?.done;
      return [
        ...(Object.values(name).every((words) => words.trim() === '')
          ? [{ path: `${path}.name`, rule: 'empty_text' as const }]
          : []),
        ...(done !== undefined && done !== dayBefore && done > today()
          ? [{ path: `${path}.done`, rule: 'done_in_future' as const }]
          : []),
      ];
    }),
  );
