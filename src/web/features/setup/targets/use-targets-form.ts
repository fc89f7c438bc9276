import { correctedAtSetUp, type StandardText } from '#domain/zone/standard-texts.ts';
import { useRef, useState } from 'react';
import { planYear } from '#domain/targets/setup/first-targets.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { serverDay } from '#web/data/server-clock.ts';
import { forgetStep, type ChangeDraft, type SetupDraft } from '#web/features/setup/draft.ts';
import { useLanguage } from '#web/i18n/text.ts';
import { zoneClock } from '#web/ui/time/clock-time.ts';
import { findWrongField, readRows, toFirstTarget } from './rows.ts';
import { useSaveTargets } from './use-save-targets.ts';

const readYear = (text: string): number | undefined =>
  /^\d{4}$/.test(text.trim()) ? Number(text) : undefined;

/** The year of the stored final targets, else the end of the five-year plan. */
const storedFinalYear = (zone: ZoneProfile | undefined, year: number): number =>
  Number(
    zone?.targets.find(({ period }) => period === undefined)?.deadline.slice(0, 4) ??
      planYear(year),
  );

/** The zone of the rows. A new zone has only a currency. */
const readBase = (zone: ZoneProfile | undefined, currency: string | undefined) =>
  zone ??
  (currency === undefined ? undefined : { indicators: [], targets: [], base_currency: currency });

/** The form of the first targets: typed values, faults, and saving. */
export function useTargetsForm(
  zone: ZoneProfile | undefined,
  currency: string | undefined,
  draft: SetupDraft,
  change: ChangeDraft,
) {
  const language = useLanguage();
  const saving = useSaveTargets();
  const [isChecked, setChecked] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const baseZone = useRef<ZoneProfile>(undefined);
  const today = serverDay();
  const year = Number(today.slice(0, 4));
  const finalText = draft.final_year ?? String(storedFinalYear(zone, year));
  const typedYear = readYear(finalText);
  const finalYear = typedYear ?? planYear(year);
  const base = readBase(zone, currency);
  const rows = base ? readRows({ zone: base, draft, year, finalYear, language }) : [];
  const isTyped = Object.keys(draft.rows).length > 0;
  // what the reader saw before typing, for a conflict with another manager
  if (!isTyped) baseZone.current = zone;
  const isPast = typedYear !== undefined && typedYear < year;
  const save = async (isMine = false): Promise<boolean> => {
    if (currency === undefined) return false;
    const removedIds = Object.entries(draft.rows).flatMap(([id, row]) =>
      row === null ? [id] : [],
    );
    const wrong = findWrongField(rows);
    setMissing(rows.length === 0 && removedIds.length === 0);
    setChecked(true);
    if (wrong !== undefined) document.getElementById(wrong)?.focus();
    if ((rows.length === 0 && removedIds.length === 0) || wrong !== undefined || isPast)
      return false;
    const isFirst = (zone?.targets.length ?? 0) === 0;
    const conflicts = await saving.mutateAsync({
      rows: rows.map(toFirstTarget),
      removed: removedIds,
      years: {
        year,
        final_year: finalYear,
        today,
        source: isFirst
          ? ('headway:set_up' satisfies StandardText)
          : correctedAtSetUp(zoneClock(new Date()).time),
      },
      base: baseZone.current,
      currency,
      isMine,
      reason: 'headway:targets_set_up' satisfies StandardText,
    });
    if (conflicts.length > 0) return false;
    change((now) => forgetStep(now, 'targets'));
    setChecked(false);
    return true;
  };
  return { rows, year, finalYear, finalText, isPast, isTyped, isChecked, isMissing, saving, save };
}
export type TargetsForm = ReturnType<typeof useTargetsForm>;
