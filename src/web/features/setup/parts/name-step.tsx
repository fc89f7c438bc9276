import type { StandardText } from '#domain/zone/standard-texts.ts';
import { isTimeZone } from '#domain/time/time-zone.ts';
import { timeZoneLabels } from '#web/features/time-zone/labels/index.ts';
import { useRef, useState, type KeyboardEvent } from 'react';
import { compact } from '#domain/values/compact.ts';
import type { MainCurrency } from '#domain/values/reading/main-currency.ts';
import { changeWordsOf, fillText, type Language, type Text } from '#domain/values/language.ts';
import { isNamed } from '#domain/zone/own-zone-name.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { useUpdateZone } from '#web/data/mutations.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { forgetStep, type ChangeDraft, type SetupDraft } from '#web/features/setup/draft.ts';
import { setupLabels } from '#web/features/setup/labels/index.ts';
import { useEnsureZone } from '#web/features/setup/use-ensure-zone.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { useQueryClient } from '@tanstack/react-query';
import { browserTimeZone, TimeZoneField } from '#web/features/time-zone/time-zone-field.tsx';
import { useHydrated } from '#web/ui/use-hydrated.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { Field } from '#web/ui/controls/field.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { ConflictTable } from './conflict-table.tsx';
import { CurrencyField } from './currency-field.tsx';
import * as setupStyles from '#web/features/setup/setup.module.css';
import * as textStyles from '#web/ui/text.module.css';

interface NameProps {
  readonly zone: ZoneProfile | undefined;
  readonly draft: SetupDraft;
  readonly change: ChangeDraft;
  /** The currency that was chosen, is stored, or is that of most amounts of the register. */
  readonly currency: string | undefined;
}

/** The typed or stored time zone; without one, that of this computer. */
const timeZoneOfStep = (draft: SetupDraft, zone: ZoneProfile | undefined): string =>
  draft.time_zone ?? zone?.time_zone ?? browserTimeZone();

/** The zone that the reader saw before typing, for a conflict with another manager. */
function useSeenZone(zone: ZoneProfile | undefined, draft: SetupDraft): ZoneProfile | undefined {
  const seenZone = useRef(zone);
  if (draft.name === undefined && draft.short === undefined && draft.currency === undefined)
    seenZone.current = zone;
  return seenZone.current ?? zone;
}

/** Makes the texts of the names that were typed. */
const writeNames = (
  name: string | undefined,
  short: string | undefined,
  write: (text: string, field: 'name' | 'short_name') => Text,
) =>
  compact({
    name: name === undefined ? undefined : write(name, 'name'),
    short_name: short === undefined ? undefined : write(short, 'short_name'),
  });

/**
 * Saves the name of the zone: creates the zone, or changes the fields that differ.
 * @throws ProblemError from the function
 */
export function useSaveName({ zone, draft, change, currency }: NameProps) {
  const language = useLanguage();
  const client = useQueryClient();
  const ensureZone = useEnsureZone();
  const update = useUpdateZone();
  const [isMissing, setMissing] = useState(false);
  const [isUnknownZone, setUnknownZone] = useState(false);
  const [isWithoutCurrency, setWithoutCurrency] = useState(false);
  const base = useSeenZone(zone, draft);
  const forget = () => change((now) => forgetStep(now, 'name'));
  const save = async (from: ZoneProfile | undefined = base): Promise<boolean> => {
    const name = draft.name?.trim();
    const isNameMissing = name === '' || (name === undefined && zone === undefined);
    setMissing(isNameMissing);
    const isKnown = isTimeZone(timeZoneOfStep(draft, from));
    setUnknownZone(!isKnown);
    setWithoutCurrency(currency === undefined);
    if (!isKnown || isNameMissing || currency === undefined) return false;
    const short = draft.short?.trim() || name;
    if (from === undefined) {
      const newZone = await ensureZone(undefined, {
        ...writeNames(name, short?.slice(0, 60), (text) => fillText({ [language]: text })),
        base_currency: currency,
        time_zone: timeZoneOfStep(draft, undefined),
      });
      await client.invalidateQueries();
      if (newZone !== undefined) forget();
      return newZone !== undefined;
    }
    await update.mutateAsync({
      base: from,
      changes: {
        ...writeNames(name, short, (text, field) =>
          changeWordsOf(from[field], language, language, text),
        ),
        ...compact({ base_currency: draft.currency }),
        time_zone: timeZoneOfStep(draft, from),
      },
      reason: 'headway:zone_named' satisfies StandardText,
    });
    forget();
    return true;
  };
  const isTyped =
    [draft.name, draft.short, draft.currency, draft.time_zone].some((text) => text !== undefined) ||
    (zone !== undefined && zone.time_zone === undefined);
  // a zone to come needs a name; its currency and time zone alone are saved with the targets
  const isToSave = zone === undefined ? Boolean(draft.name?.trim()) : isTyped;
  return {
    save,
    isTyped,
    isToSave,
    isMissing,
    isUnknownZone,
    isWithoutCurrency,
    update,
    base,
    forget,
  };
}
export type SavingName = ReturnType<typeof useSaveName>;

/** The name that a person gave; undefined for a zone without one. */
const readName = (name: Text | undefined, language: Language): string | undefined =>
  name !== undefined && isNamed(name) ? name[language] : undefined;

/** Why the name could not be saved: a conflict with another manager, or another failure. */
function NameFault({
  zone,
  draft,
  saving,
}: Pick<NameProps, 'zone' | 'draft'> & { readonly saving: SavingName }) {
  const t = useLabels(setupLabels);
  const language = useLanguage();
  const { update, base, save, forget } = saving;
  if (!update.isError) return null;
  const failure = toProblem(update.error);
  if (failure.code !== 'precondition_failed' || zone === undefined)
    return <ErrorPanel failure={failure} />;
  return (
    <ConflictTable
      of={t('name')}
      rows={[
        {
          name: t('name_full'),
          was: base?.name[language] ?? '',
          mine: draft.name ?? '',
          theirs: zone.name[language],
        },
      ]}
      onMine={() => void save(zone)}
      onTheirs={() => {
        update.reset();
        forget();
      }}
    />
  );
}

/** The fields of the name: one language is enough. */
export function NameFields({
  zone,
  draft,
  change,
  saving,
  title,
  isFromFile,
  currency,
  main,
}: NameProps & {
  readonly saving: SavingName;
  /** The name that the title of the read file, or an answer about it, gives. */
  readonly title: string | undefined;
  /** Whether the file gives that name. */
  readonly isFromFile: boolean;
  /** The currency of most amounts of the read register; `null` where no amount has one. */
  readonly main: MainCurrency | null | undefined;
}) {
  const t = useLabels(setupLabels);
  const language = useLanguage();
  const name = draft.name ?? readName(zone?.name, language) ?? title ?? '';
  const zoneWords = useLabels(timeZoneLabels);
  const isHydrated = useHydrated();
  const restore = (event: KeyboardEvent) => {
    if (event.key === 'Escape') change((now) => forgetStep(now, 'name'));
  };
  return (
    <>
      <div className={setupStyles.fields}>
        <Field
          label={t('name_full')}
          value={name}
          maxLength={200}
          hint={t(isFromFile && name === title ? 'name_hint_title' : 'name_hint')}
          {...compact({ error: saving.isMissing ? t('name_missing') : undefined })}
          onKeyDown={restore}
          onChange={({ target }) => change((now) => ({ ...now, name: target.value }))}
        />
        <Field
          label={t('optional', { label: t('name_short') })}
          value={draft.short ?? readName(zone?.short_name, language) ?? ''}
          maxLength={60}
          hint={t('name_short_hint')}
          onKeyDown={restore}
          onChange={({ target }) => change((now) => ({ ...now, short: target.value }))}
        />
        <CurrencyField
          currency={currency}
          main={main}
          isMissing={saving.isWithoutCurrency && currency === undefined}
          onChoose={(code) => change((now) => ({ ...now, currency: code }))}
        />
        <TimeZoneField
          value={isHydrated ? timeZoneOfStep(draft, zone) : (zone?.time_zone ?? '')}
          error={saving.isUnknownZone ? zoneWords('wrong') : undefined}
          onChange={(time_zone) => change((now) => ({ ...now, time_zone }))}
        />
      </div>
      <NameFault zone={zone} draft={draft} saving={saving} />
      {saving.isTyped ? (
        <div className={textStyles.row}>
          <Button type="submit">{t('name_save')}</Button>
        </div>
      ) : null}
    </>
  );
}
