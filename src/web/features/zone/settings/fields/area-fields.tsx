import { compact } from '#domain/values/compact.ts';
import { sameWords } from '#domain/labels/index.ts';
import { industryMarks } from '#domain/zone/industries.ts';
import type { FunctionZone, Industry } from '#domain/zone/zone.ts';
import { listMark, inBrackets } from '#domain/values/language.ts';
import { useRegisterAreas } from '#web/features/zone/parts/use-register-areas.ts';
import { zoneFormLabels } from '#web/features/zone/labels/index.ts';
import {
  type ChangesOf,
  EntryList,
  makeEntryId,
} from '#web/features/zone/settings/form/entry-list.tsx';
import { useFault } from '#web/features/zone/settings/form/faults.tsx';
import type { ZoneFieldsProps } from '#web/features/zone/settings/form/settings-form.tsx';
import { TextFields } from '#web/features/zone/settings/form/text-fields.tsx';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { SelectField } from '#web/ui/controls/field.tsx';
import { IndustryDot } from '#web/ui/display/industry-dot.tsx';

/** The function zones; those in the register are proposed. */
export function FunctionZoneFields({ draft: { function_zones: zones }, change }: ZoneFieldsProps) {
  const t = useLabels(zoneFormLabels);
  const language = useLanguage();
  const areas = useRegisterAreas(zones);
  const unlistedAreas = areas?.unlisted ?? [];
  const words = unlistedAreas.map(
    (word) => `${word}${inBrackets(areas?.countWords(word) ?? '', language)}`,
  );
  const put = (function_zones: readonly FunctionZone[]) => change({ function_zones });
  return (
    <>
      <h3>{t('function_zones')}</h3>
      {unlistedAreas.length === 0 ? null : (
        <>
          <p data-listed>{t('areas_offered', { names: words.join(listMark(language)) })}</p>
          <Button
            onClick={() =>
              put([...zones, ...unlistedAreas.map((word) => ({ id: word, name: sameWords(word) }))])
            }
          >
            {t('take_areas', { n: unlistedAreas.length })}
          </Button>
        </>
      )}
      <EntryList
        entries={zones}
        path={({ id }) => `function_zones.${id}`}
        title={({ name }) => name[language]}
        note={({ id }) => areas?.countWords(id)}
        onChange={put}
        add={t('add_zone')}
        makeEntry={(): FunctionZone => ({ id: makeEntryId('zone'), name: sameWords('') })}
      >
        {(zone, edit) => <OneName of={`function_zones.${zone.id}`} entry={zone} onChange={edit} />}
      </EntryList>
    </>
  );
}

function OneName({
  of,
  entry,
  onChange,
}: {
  readonly of: string;
  readonly entry: Pick<FunctionZone, 'name'>;
  readonly onChange: (changes: ChangesOf<Pick<FunctionZone, 'name'>>) => void;
}) {
  const t = useLabels(zoneFormLabels);
  const fault = useFault(`${of}.name`);
  return (
    <TextFields
      label={t('prop_name')}
      value={entry.name}
      error={fault}
      onChange={(name) => onChange({ name })}
    />
  );
}

/** The industries with their short names and marks. */
export function IndustryFields({ draft: { industries }, change }: ZoneFieldsProps) {
  const t = useLabels(zoneFormLabels);
  const language = useLanguage();
  const freeMark = industryMarks.find((mark) => industries.every(({ colour }) => colour !== mark));
  return (
    <>
      <h3>{t('industries')}</h3>
      <EntryList
        entries={industries}
        path={({ id }) => `industries.${id}`}
        title={({ name }) => name[language]}
        onChange={(next) => change({ industries: next })}
        add={t('add_industry')}
        makeEntry={(): Industry => ({
          id: makeEntryId('industry'),
          name: sameWords(''),
          short: sameWords(''),
          colour: freeMark ?? 'other',
        })}
      >
        {(industry, put) => <OneIndustry industry={industry} onChange={put} />}
      </EntryList>
    </>
  );
}

const marks = [...industryMarks, 'other'] as const;
function OneIndustry({
  industry,
  onChange,
}: {
  readonly industry: Industry;
  readonly onChange: (changes: ChangesOf<Industry>) => void;
}) {
  const t = useLabels(zoneFormLabels);
  const { name, short, colour } = industry;
  const fault = useFault(`industries.${industry.id}.short`);
  // a short name that repeats the name changes with it
  const rename = (next: Industry['name']) =>
    onChange({
      name: next,
      ...compact({ short: JSON.stringify(short) === JSON.stringify(name) ? next : undefined }),
    });
  return (
    <>
      <OneName
        of={`industries.${industry.id}`}
        entry={industry}
        onChange={(changes) => rename(changes.name ?? name)}
      />
      <TextFields
        label={t('prop_short')}
        value={short}
        error={fault}
        onChange={(next) => onChange({ short: next })}
      />
      <SelectField
        label={
          <>
            {t('prop_colour')} <IndustryDot colour={colour} />
          </>
        }
        value={colour}
        onChange={(event) =>
          onChange({ colour: marks.find((mark) => mark === event.target.value) ?? colour })
        }
      >
        {marks.map((mark, at) => (
          <option key={mark} value={mark}>
            {mark === 'other' ? t('mark_other') : t('mark', { n: at + 1 })}
          </option>
        ))}
      </SelectField>
    </>
  );
}
