import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
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
/** Rules of days and values. Their words are in other labels than those of the zone. */
type ValueRule = 'ended_before_start' | 'not_above_zero' | 'done_in_future';
/** A fault of the zone, or one that only the form can find. */
export interface FormFault {
  readonly path: string;
  readonly rule: ZoneFault['rule'] | FormRule | ValueRule;
}
/** Whether a text is a number in plain digits, as the zone stores it. */
export const isPlainNumber = (text: string): boolean => storableDecimal.test(text);
/** Whether a text is an address that the zone stores. */
export const isWebAddress = (text: string): boolean => /^https?:\/\//.test(text);
const isWithin = (path: string, field: string): boolean =>
  path === field || path.startsWith(`${field}.`);

const FaultsContext = createContext<readonly FormFault[]>([]);
/** The paths of the fields that have words for their faults. */
const FieldsContext = createContext<readonly string[]>([]);
/** Adds the path of a field. @returns a function that removes it */
const AddFieldContext = createContext<(path: string) => () => void>(() => () => {});

/** Provides the displayed faults to the fields inside, and to the list those without a field. */
export function FaultsProvider({
  faults,
  children,
}: {
  readonly faults: readonly FormFault[];
  readonly children: ReactNode;
}) {
  const [fields, setFields] = useState<readonly string[]>([]);
  const add = useCallback((path: string) => {
    setFields((all) => [...all, path]);
    return () =>
      setFields((all) => {
        const at = all.indexOf(path);
        return at < 0 ? all : all.toSpliced(at, 1);
      });
  }, []);
  return (
    <FaultsContext value={faults}>
      <AddFieldContext value={add}>
        <FieldsContext value={fields}>{children}</FieldsContext>
      </AddFieldContext>
    </FaultsContext>
  );
}

function useFaultWords(): (rule: FormFault['rule']) => string {
  const [ofZone, ofForm] = [useLabels(targetsLabels), useLabels(zoneFormLabels)];
  return (rule) => (isFormRule(rule) ? ofForm(rule) : ofZone(`fault_${rule}`));
}

/** Whether an entry has a fault. @param path as `partners.bank` */
export const useHasFault = (path: string): boolean =>
  useContext(FaultsContext).some((one) => isWithin(one.path, path));

/**
 * Writes the text of the fault of a field, for its place beside the field.
 * @param path as `partners.bank.name`
 * @param isOfField chooses the rules that belong to the field; by default all
 * @returns undefined without a fault
 */
export function useFault(
  path: string,
  isOfField: (rule: FormFault['rule']) => boolean = () => true,
): string | undefined {
  const inWords = useFaultWords();
  const addField = useContext(AddFieldContext);
  useEffect(() => addField(path), [addField, path]);
  const fault = useContext(FaultsContext).find(
    (one) => isWithin(one.path, path) && isOfField(one.rule),
  );
  return fault && inWords(fault.rule);
}

/** The faults that no field shows, each with the name of its entry. */
export function FaultList({ zone }: { readonly zone: ZoneProfile }) {
  const language = useLanguage();
  const inWords = useFaultWords();
  const fields = useContext(FieldsContext);
  const faults = useContext(FaultsContext).filter(
    ({ path }) => !fields.some((field) => isWithin(path, field)),
  );
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
