import { type StageGroup, stageGroup, stages } from '#domain/projects/stage.ts';
import { sameWords, stageGroupTerms, stageWord } from '#domain/labels/index.ts';
import { industryMarks } from '#domain/zone/industries.ts';
import type { FunctionZone, Industry, Phase, ZoneProfile } from '#domain/zone/zone.ts';
import { targetsLabels } from '#web/features/targets/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Button, TextButton } from '#web/ui/controls/button.tsx';
import { Field, SelectField } from '#web/ui/controls/field.tsx';
import { TextFields } from './translated-text-fields.tsx';
import type { Changes } from './zone-section.tsx';
import * as targetsStyles from '#web/features/targets/targets.module.css';

interface Part {
  readonly draft: ZoneProfile;
  readonly change: (changes: Changes) => void;
}
const colours = [...industryMarks, 'other'] as const;
const groups = ['established', 'pipeline', 'neither'] as const;
const replaced = <T,>(list: readonly T[], at: number, item: T): T[] =>
  list.map((one, i) => (i === at ? item : one));
/** Returns an unused id, such as `phase_3`. */
const freshId = (kind: string, list: readonly { readonly id: string }[]): string => {
  let n = list.length + 1;
  while (list.some(({ id }) => id === `${kind}_${n}`)) n += 1;
  return `${kind}_${n}`;
};

/** The full and the short name of the zone. */
export function NameFields({ draft, change }: Part) {
  const t = useLabels(targetsLabels);
  return (
    <>
      <TextFields label={t('name')} value={draft.name} onChange={(name) => change({ name })} />
      <TextFields
        label={t('short_name')}
        value={draft.short_name}
        onChange={(short_name) => change({ short_name })}
      />
    </>
  );
}

/** The phases of the zone with their first and last days. */
export function PhaseFields({ draft, change }: Part) {
  const t = useLabels(targetsLabels);
  const language = useLanguage();
  const { phases } = draft;
  const put = (at: number, phase: Phase) => change({ phases: replaced(phases, at, phase) });
  return (
    <>
      {phases.map((phase, at) => (
        <fieldset className={targetsStyles.group} key={phase.id}>
          <legend>{phase.name[language] || phase.id}</legend>
          <TextFields
            label={t('name')}
            value={phase.name}
            onChange={(name) => put(at, { ...phase, name })}
          />
          <div className={targetsStyles.line}>
            {(['start', 'end'] as const).map((key) => (
              <Field
                key={key}
                label={t(`phase_${key}`)}
                type="date"
                value={phase[key]}
                onChange={(event) =>
                  event.target.value !== '' && put(at, { ...phase, [key]: event.target.value })
                }
              />
            ))}
            <TextButton onClick={() => change({ phases: phases.filter((_, i) => i !== at) })}>
              {t('remove')}
            </TextButton>
          </div>
        </fieldset>
      ))}
      <Button
        onClick={() => {
          const start = phases.at(-1)?.end ?? draft.data_date;
          const year = Number(start.slice(0, 4)) + 1;
          change({
            phases: [
              ...phases,
              {
                id: freshId('phase', phases),
                name: sameWords(''),
                start: `${year}-01-01`,
                end: `${year}-12-31`,
              },
            ],
          });
        }}
      >
        {t('add_phase')}
      </Button>
    </>
  );
}

/** The lists of function zones and industries. */
export function ListFields({ draft, change }: Part) {
  const t = useLabels(targetsLabels);
  return (
    <>
      <h3>{t('function_zones')}</h3>
      <FunctionZoneFields draft={draft} change={change} />
      <h3>{t('industries')}</h3>
      <IndustryFields draft={draft} change={change} />
    </>
  );
}

function FunctionZoneFields({ draft: { function_zones: zones }, change }: Part) {
  const t = useLabels(targetsLabels);
  const language = useLanguage();
  const put = (function_zones: readonly FunctionZone[]) => change({ function_zones });
  return (
    <>
      {zones.map((zone, at) => (
        <fieldset className={targetsStyles.group} key={zone.id}>
          <legend>{zone.name[language] || zone.id}</legend>
          <TextFields
            label={t('name')}
            value={zone.name}
            onChange={(name) => put(replaced(zones, at, { ...zone, name }))}
          />
          <TextButton onClick={() => put(zones.filter((_, i) => i !== at))}>
            {t('remove')}
          </TextButton>
        </fieldset>
      ))}
      <Button onClick={() => put([...zones, { id: freshId('zone', zones), name: sameWords('') }])}>
        {t('add_zone')}
      </Button>
    </>
  );
}

function IndustryFields({ draft: { industries }, change }: Part) {
  const t = useLabels(targetsLabels);
  const language = useLanguage();
  const put = (next: readonly Industry[]) => change({ industries: next });
  const freeMark = industryMarks.find((mark) => industries.every(({ colour }) => colour !== mark));
  const added = (): Industry => ({
    id: freshId('industry', industries),
    name: sameWords(''),
    short: sameWords(''),
    colour: freeMark ?? 'other',
  });
  return (
    <>
      {industries.map((industry, at) => {
        const edit = (changes: Partial<Industry>) =>
          put(replaced(industries, at, { ...industry, ...changes }));
        return (
          <fieldset className={targetsStyles.group} key={industry.id}>
            <legend>{industry.name[language] || industry.id}</legend>
            <TextFields
              label={t('name')}
              value={industry.name}
              onChange={(name) => edit({ name })}
            />
            <TextFields
              label={t('short_name')}
              value={industry.short}
              onChange={(short) => edit({ short })}
            />
            <div className={targetsStyles.line}>
              <SelectField
                label={t('colour')}
                value={industry.colour}
                onChange={({ target }) =>
                  edit({ colour: colours.find((one) => one === target.value) ?? industry.colour })
                }
              >
                {colours.map((colour) => (
                  <option key={colour} value={colour}>
                    {t(`colour_${colour}`)}
                  </option>
                ))}
              </SelectField>
              <TextButton onClick={() => put(industries.filter((_, i) => i !== at))}>
                {t('remove')}
              </TextButton>
            </div>
          </fieldset>
        );
      })}
      <Button onClick={() => put([...industries, added()])}>{t('add_industry')}</Button>
    </>
  );
}

/** The group of each stage: established, pipeline or neither. */
export function MappingFields({ draft, change }: Part) {
  const language = useLanguage();
  const groupOf = (stage: (typeof stages)[number]): StageGroup =>
    stageGroup(stage, 'active', draft.stage_mapping);
  const put = (stage: (typeof stages)[number], group: string) => {
    const of = (wanted: StageGroup) =>
      stages.filter((one) => (one === stage ? group === wanted : groupOf(one) === wanted));
    change({ stage_mapping: { established: of('established'), pipeline: of('pipeline') } });
  };
  return (
    <div className={targetsStyles.columns}>
      {stages.map((stage) => (
        <SelectField
          key={stage}
          label={stageWord(draft.stage_words, stage, language)}
          value={groupOf(stage)}
          onChange={(event) => put(stage, event.target.value)}
        >
          {groups.map((group) => (
            <option key={group} value={group}>
              {stageGroupTerms[group][language]}
            </option>
          ))}
        </SelectField>
      ))}
    </div>
  );
}
