import { createContext, useContext } from 'react';
import { storableDecimal } from '#domain/values/decimal.ts';
import type { ZoneFault } from '#domain/zone/faults/fault.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { nameEntry } from '#web/features/zone/settings/history/entry-names.ts';
import { zoneFormLabels } from '#web/features/zone/labels/index.ts';
import { targetsLabels } from '#web/features/targets/labels/index.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import * as formStyles from './settings-form.module.css';

const formRules = [
  'reason_needed',
  'plain_number',
  'source_needed',
  'days_in_year',
  'later_stage',
  'months_in_range',
  'time_zone_known',
  'day_of_month',
  'http_address',
  'report_none',
] as const;
type FormRule = (typeof formRules)[number];
const isFormRule = (rule: string): rule is FormRule => formRules.some((one) => one === rule);
/** A fault of the zone, or one that only the form can find. */
export interface FormFault {
  readonly path: string;
  readonly rule: ZoneFault['rule'] | FormRule;
}
/** Whether a text is a number in plain digits, as the zone stores it. */
export const isPlainNumber = (text: string): boolean => storableDecimal.test(text);
const FaultsContext = createContext<readonly FormFault[]>([]);
/** Provides the displayed faults to the fields inside. */
export const FaultsProvider = FaultsContext.Provider;

function useFaultWords(): (rule: FormFault['rule']) => string {
  const [ofZone, ofForm] = [useLabels(targetsLabels), useLabels(zoneFormLabels)];
  return (rule) => (isFormRule(rule) ? ofForm(rule) : ofZone(`fault_${rule}`));
}

/**
 * The text of the fault of a field.
 * @param path as `partners.bank.name`
 */
export function useFault(path: string): string | undefined {
  const inWords = useFaultWords();
  const fault = useContext(FaultsContext).find(
    (one) => one.path === path || one.path.startsWith(`${path}.`),
  );
  return fault && inWords(fault.rule);
}

/** The faults as text, each with the name of its entry. */
export function FaultList({
  faults,
  zone,
}: {
  readonly faults: readonly FormFault[];
  readonly zone: ZoneProfile;
}) {
  const language = useLanguage();
  const inWords = useFaultWords();
  const faultTexts = faults.map(({ path, rule }) => {
    const [field = '', entry = ''] = path.split('.');
    const name = nameEntry(zone, field, entry, language);
    return [name, inWords(rule)].filter((text) => text !== '').join(': ');
  });
  const texts = [...new Set(faultTexts)];
  if (texts.length === 0) return null;
  return (
    <ul className={formStyles.faults} role="alert">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
