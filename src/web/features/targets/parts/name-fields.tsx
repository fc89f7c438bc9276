import { type StageGroup, stageGroup, stages } from '#domain/projects/stage.ts';
import { sameWords, stageGroupTerms, stageWord } from '#domain/labels/index.ts';
import { industryMarks } from '#domain/zone/industries.ts';
import type { FunctionZone, Industry, Phase, ZoneProfile } from '#domain/zone/zone.ts';
import { targetsText } from '#web/features/targets/labels/index.ts';
import { useLanguage, useText } from '#web/i18n/text.ts';
import { Button, TextButton } from '#web/ui/controls/button.tsx';
import { Field, SelectField } from '#web/ui/controls/field.tsx';
import { TextFields } from './translated-text-fields.tsx';
import type { Changes } from './zone-section.tsx';

interface Part {
  readonly draft: ZoneProfile;
  readonly change: (changes: Changes) => void;
}
const colours = [...industryMarks, 'other'] as const;
const groups = ['established', 'pipeline', 'neither'] as const;
const replaced = <T,>(list: readonly T[], at: number, item: T): T[] =>
  list.map((one, i) => (i === at ? item : one));
/** The first id of this kind that is not taken. */
const freshId = (kind: string, list: readonly { readonly id: string }[]): string => {
  let n = list.length + 1;
  while (list.some(({ id }) => id === `${kind}_${n}`)) n += 1;
  return `${kind}_${n}`;
};

export function NameFields({ draft, change }: Part) {
  const t = useText(targetsText);
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

export function PhaseFields({ draft, change }: Part) {
  const t = useText(targetsText);
  const language = useLanguage();
  const { phases } = draft;
  const put = (at: number, phase: Phase) => change({ phases: replaced(phases, at, phase) });
  return (
    <>
      {phases.map((phase, at) => (
        <fieldset className="tset" key={phase.id}>
          <legend>{phase.name[language] || phase.id}</legend>
          <TextFields
            label={t('name')}
            value={phase.name}
            onChange={(name) => put(at, { ...phase, name })}
          />
          <div className="tline">
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

export function ListFields({ draft, change }: Part) {
  const t = useText(targetsText);
  const language = useLanguage();
  const { function_zones, industries } = draft;
  const putZone = (at: number, zone: FunctionZone) =>
    change({ function_zones: replaced(function_zones, at, zone) });
  const putIndustry = (at: number, industry: Industry) =>
    change({ industries: replaced(industries, at, industry) });
  return (
    <>
      <h3>{t('function_zones')}</h3>
      {function_zones.map((zone, at) => (
        <fieldset className="tset" key={zone.id}>
          <legend>{zone.name[language] || zone.id}</legend>
          <TextFields
            label={t('name')}
            value={zone.name}
            onChange={(name) => putZone(at, { ...zone, name })}
          />
          <TextButton
            onClick={() => change({ function_zones: function_zones.filter((_, i) => i !== at) })}
          >
            {t('remove')}
          </TextButton>
        </fieldset>
      ))}
      <Button
        onClick={() =>
          change({
            function_zones: [
              ...function_zones,
              { id: freshId('zone', function_zones), name: sameWords('') },
            ],
          })
        }
      >
        {t('add_zone')}
      </Button>
      <h3>{t('industries')}</h3>
      {industries.map((industry, at) => (
        <fieldset className="tset" key={industry.id}>
          <legend>{industry.name[language] || industry.id}</legend>
          <TextFields
            label={t('name')}
            value={industry.name}
            onChange={(name) => putIndustry(at, { ...industry, name })}
          />
          <TextFields
            label={t('short_name')}
            value={industry.short}
            onChange={(short) => putIndustry(at, { ...industry, short })}
          />
          <div className="tline">
            <SelectField
              label={t('colour')}
              value={industry.colour}
              onChange={(event) =>
                putIndustry(at, {
                  ...industry,
                  colour: colours.find((one) => one === event.target.value) ?? industry.colour,
                })
              }
            >
              {colours.map((colour) => (
                <option key={colour} value={colour}>
                  {t(`colour_${colour}`)}
                </option>
              ))}
            </SelectField>
            <TextButton
              onClick={() => change({ industries: industries.filter((_, i) => i !== at) })}
            >
              {t('remove')}
            </TextButton>
          </div>
        </fieldset>
      ))}
      <Button
        onClick={() =>
          change({
            industries: [
              ...industries,
              {
                id: freshId('industry', industries),
                name: sameWords(''),
                short: sameWords(''),
                colour:
                  industryMarks.find((mark) => industries.every(({ colour }) => colour !== mark)) ??
                  'other',
              },
            ],
          })
        }
      >
        {t('add_industry')}
      </Button>
    </>
  );
}

/** Which stages the published words mean. */
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
    <div className="tthree">
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
