import type { RemovedIndicator } from '#domain/zone/faults/removal.ts';
import { compact } from '#domain/values/compact.ts';
import { isMonth } from '#domain/values/date.ts';
import { type Language, languages, type Text } from '#domain/values/language.ts';
import {
  type Direction,
  type Indicator,
  type IndicatorKind,
  type UnitPower,
  unitPowers,
} from '#domain/zone/indicator.ts';
import { isInChina, type ZoneProfile } from '#domain/zone/zone.ts';
import { makeFreeId, makePlainId } from '#domain/zone/templates/template-use.ts';

/** The kinds to choose from: a yearly flow is reported as year to date or month by month. */
export const kindChoices = [
  'annual_ytd',
  'annual_month',
  'stock',
  'cum_flow',
  'ratio',
  'qualitative',
] as const;
export type KindChoice = (typeof kindChoices)[number];

/** The typed texts of an indicator. An empty text means none. */
export interface IndicatorDraft {
  readonly id: string | undefined;
  readonly name: Text;
  readonly definition: Text;
  readonly kind: KindChoice;
  readonly january_in_february: boolean;
  readonly unit: string;
  /** Empty for the default of the language. */
  readonly power: string;
  readonly direction: Direction;
  readonly source: string;
  readonly owner: string;
  readonly unit_in_charge: string;
  readonly may_share: boolean;
  readonly numerator: string;
  readonly denominator: string;
  readonly breaks: readonly { readonly month: string; readonly reason: string }[];
}
export type IndicatorFault =
  | 'no_name'
  | 'no_unit'
  | 'two_indicators'
  | 'unit_of_both'
  | 'no_break_month'
  | 'no_break_reason';

const noText: Text = { 'zh-CN': '', ja: '', en: '' };

const chooseKind = ({ kind, cumulation }: Indicator): KindChoice =>
  kind === 'annual_flow' ? (cumulation === 'period' ? 'annual_month' : 'annual_ytd') : kind;

/** Makes the draft of an indicator, of a template with its free id, or of a new one. */
export const makeIndicatorDraft = (
  indicator: Indicator | undefined,
  currency: string,
): IndicatorDraft => ({
  id: indicator?.id,
  name: indicator?.name ?? noText,
  definition: indicator?.definition ?? noText,
  kind: indicator === undefined ? 'annual_ytd' : chooseKind(indicator),
  january_in_february: indicator?.january_in_february ?? isInChina({ base_currency: currency }),
  unit: indicator?.unit ?? currency,
  power: indicator?.power === undefined ? '' : String(indicator.power),
  direction: indicator?.direction ?? 'up',
  source: indicator?.source ?? '',
  owner: indicator?.owner ?? '',
  unit_in_charge: indicator?.unit_in_charge ?? '',
  may_share: indicator?.is_shared !== false,
  numerator: indicator?.ratio?.numerator ?? '',
  denominator: indicator?.ratio?.denominator ?? '',
  breaks: indicator?.breaks ?? [],
});

/**
 * Fills the languages without words with the first one that has some, the page's language first.
 */
export function fillLanguages(text: Text, language: Language): Text {
  const firstText = [language, ...languages]
    .map((one) => text[one].trim())
    .find((one) => one !== '');
  return Object.fromEntries(
    languages.map((one) => [one, text[one].trim() || (firstText ?? '')]),
  ) as unknown as Text;
}

/** Makes the id of a new indicator: that of its template, else from its English name. */
const makeNewId = (id: string | undefined, name: Text, usedIds: readonly string[]): string =>
  makeFreeId(id ?? (makePlainId(name.en) || 'indicator'), usedIds);

const kinds: Readonly<
  Record<KindChoice, { readonly kind: IndicatorKind; readonly cumulation?: 'ytd' | 'period' }>
> = {
  annual_ytd: { kind: 'annual_flow', cumulation: 'ytd' },
  annual_month: { kind: 'annual_flow', cumulation: 'period' },
  stock: { kind: 'stock' },
  cum_flow: { kind: 'cum_flow' },
  ratio: { kind: 'ratio' },
  qualitative: { kind: 'qualitative' },
};

/**
 * The changes of a draft that takes another kind. A ratio starts in percent, and another kind in the
 * currency of the zone; any other unit stays.
 */
export function changeKind(
  { kind: formerKind, unit }: Pick<IndicatorDraft, 'kind' | 'unit'>,
  kind: KindChoice,
  currency: string,
): Pick<IndicatorDraft, 'kind' | 'unit'> {
  if (kind === 'ratio' && unit === currency) return { kind, unit: 'percent' };
  if (formerKind === 'ratio' && unit === 'percent') return { kind, unit: currency };
  return { kind, unit };
}

/** Whether a ratio has the unit of both its parts: an amount ÷ an amount is no amount. */
function isUnitOfBoth(
  { numerator, denominator, unit }: IndicatorDraft,
  indicators: IndicatorDraftContext['indicators'],
): boolean {
  const unitOf = (id: string) => indicators.find((one) => one.id === id)?.unit;
  return [numerator, denominator].every((id) => unitOf(id) === unit.trim());
}

/** The context for reading a draft. */
interface IndicatorDraftContext {
  /** The other indicators of the zone. */
  readonly indicators: readonly Pick<Indicator, 'id' | 'unit'>[];
  /** Removed indicators: an id whose values remain may not be reused with another kind or unit. */
  readonly removed: readonly RemovedIndicator[];
  readonly language: Language;
  readonly zone: Pick<ZoneProfile, 'base_currency'>;
}

/** @returns the breaks in the order of their months; undefined for none */
const readBreaks = ({ breaks }: IndicatorDraft): Indicator['breaks'] =>
  breaks.length === 0
    ? undefined
    : breaks
        .map(({ month, reason }) => ({ month, reason: reason.trim() }))
        .toSorted((a, b) => a.month.localeCompare(b.month));

/** Reads a draft as an indicator, with the faults of its fields. */
export function readIndicatorDraft(
  draft: IndicatorDraft,
  storedIndicator: Indicator | undefined,
  { indicators, removed, language, zone }: IndicatorDraftContext,
): {
  readonly indicator: Indicator;
  readonly faults: Readonly<Record<string, IndicatorFault>>;
} {
  const faults: Record<string, IndicatorFault> = {};
  const name = fillLanguages(draft.name, language);
  if (name[language] === '') faults['name'] = 'no_name';
  const unit = draft.kind === 'qualitative' ? 'items' : draft.unit.trim();
  if (unit === '') faults['unit'] = 'no_unit';
  const hasRatio = draft.kind === 'ratio' && (draft.numerator !== '' || draft.denominator !== '');
  if (
    hasRatio &&
    (draft.numerator === '' || draft.denominator === '' || draft.numerator === draft.denominator)
  )
    faults['ratio'] = 'two_indicators';
  if (hasRatio && isUnitOfBoth(draft, indicators)) faults['unit'] = 'unit_of_both';
  for (const [at, { month, reason }] of draft.breaks.entries()) {
    if (!isMonth(month)) faults[`break.${at}.month`] = 'no_break_month';
    if (reason.trim() === '') faults[`break.${at}.reason`] = 'no_break_reason';
  }
  const text = (input: string) => (input.trim() === '' ? undefined : input.trim());
  const shape = kinds[draft.kind];
  const foreign = removed
    .filter((one) => one.kind !== shape.kind || one.unit !== unit)
    .map(({ id }) => id);
  const indicator: Indicator = {
    id:
      storedIndicator?.id ??
      makeNewId(draft.id, name, [...indicators.map(({ id }) => id), ...foreign]),
    kind: shape.kind,
    unit,
    name,
    definition: fillLanguages(draft.definition, language),
    ...compact({
      cumulation:
        shape.cumulation ??
        (storedIndicator?.kind === shape.kind ? storedIndicator.cumulation : undefined),
      // outside China a year to date has a January unless the indicator says otherwise
      january_in_february:
        draft.kind === 'annual_ytd' && (draft.january_in_february || isInChina(zone))
          ? draft.january_in_february
          : undefined,
      power: unitPowers.find((power) => String(power) === draft.power) satisfies
        | UnitPower
        | undefined,
      direction: draft.direction === 'down' ? ('down' as const) : undefined,
      source: text(draft.source),
      owner: text(draft.owner),
      unit_in_charge: text(draft.unit_in_charge),
      is_shared: draft.may_share ? undefined : (false as const),
      ratio: hasRatio ? { numerator: draft.numerator, denominator: draft.denominator } : undefined,
      breaks: readBreaks(draft),
    }),
  };
  return { indicator, faults };
}
