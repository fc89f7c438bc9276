import { compact } from '#domain/values/compact.ts';
import { scaleByTen, type Decimal } from '#domain/values/decimal.ts';
import type { Language } from '#domain/values/language.ts';
import { isCurrency } from '#domain/values/money.ts';
import { findPower } from '#domain/values/unit-power.ts';
import { readTypedValue } from '#domain/targets/entry/typed-value.ts';
import {
  findFirstTargetQuestion,
  type FirstTargetQuestion,
} from '#domain/targets/setup/first-target-question.ts';
import {
  findFirstTargets,
  findIndicatorOf,
  type FinalYears,
  type FirstTarget,
  type TypedUnit,
  usualFinalYears,
} from '#domain/targets/setup/first-targets.ts';
import { type Indicator, type Target, type UnitPower, unitPowers } from '#domain/zone/indicator.ts';
import type { IndicatorTemplate } from '#domain/zone/templates/indicator-template.ts';
import { indicatorTemplates } from '#domain/zone/templates/indicator-templates.ts';
import { makeFromTemplate } from '#domain/zone/templates/template-use.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import type { RowDraft, SetupDraft } from '#web/features/setup/draft.ts';
import type { ReadField } from '#web/features/setup/parts/number-field.tsx';

/** One indicator with its two targets, as typed and stored. */
export interface SetupRow {
  readonly template: IndicatorTemplate;
  /** The indicator of the zone, or the one that the template would make. */
  readonly indicator: Indicator;
  readonly unit: TypedUnit;
  readonly units: readonly TypedUnit[];
  readonly annual: ReadField;
  readonly final: ReadField;
  readonly path: FirstTarget['path'];
  readonly covers: FinalYears;
  readonly question: FirstTargetQuestion | undefined;
  readonly isTyped: boolean;
}
/** Makes the key of a unit with its power of ten. */
export const unitKey = ({ unit, power }: TypedUnit): string => `${unit}:${power}`;
const readUnitKey = (key: string): TypedUnit => {
  const [unit = '', power] = key.split(':');
  return { unit, power: unitPowers.find((one) => one === Number(power)) ?? 0 };
};
const moneyPowers: Readonly<Record<Language, readonly UnitPower[]>> = {
  'zh-CN': [8, 4],
  ja: [8, 6],
  en: [6, 9],
};

/** The units to choose from: the usual powers of the zone's money and of dollars, or of a count. */
function listUnits(
  { unit }: Indicator,
  own: TypedUnit,
  currency: string,
  language: Language,
): readonly TypedUnit[] {
  const many: UnitPower = language === 'en' ? 3 : 4;
  const units = isCurrency(unit)
    ? [...new Set([unit, currency, 'USD'])].flatMap((one) =>
        moneyPowers[language].map((power) => ({ unit: one, power })),
      )
    : unit === 'jobs'
      ? [0 as const, many].map((power) => ({ unit, power }))
      : [{ unit, power: 0 as const }];
  return units.some((one) => unitKey(one) === unitKey(own)) ? units : [own, ...units];
}

/** The unit of a template in a language: dollars in 万 or millions, other money as it is written. */
function usualUnit(indicator: Indicator, isStored: boolean, language: Language): TypedUnit {
  const { unit } = indicator;
  if (isStored || !isCurrency(unit))
    return { unit, power: findPower(indicator, language) as UnitPower };
  const power = unit === 'USD' ? (language === 'zh-CN' ? 4 : 6) : (moneyPowers[language][0] ?? 8);
  return { unit, power };
}

const toText = (value: Decimal | undefined, { power }: TypedUnit): string =>
  value === undefined ? '' : scaleByTen(value, -power);

/** The context of the rows. */
export interface RowContext {
  readonly zone: Pick<ZoneProfile, 'indicators' | 'targets' | 'base_currency'>;
  readonly draft: SetupDraft;
  readonly year: number;
  readonly finalYear: number;
  readonly language: Language;
}

function readRow(
  template: IndicatorTemplate,
  rowDraft: RowDraft | undefined,
  of: RowContext,
): SetupRow {
  const { zone, year, finalYear, language } = of;
  const ownIndicator = findIndicatorOf(zone.indicators, template);
  const usedIds = zone.indicators.map(({ id }) => id);
  const templateIndicator = makeFromTemplate(template, {
    currency: zone.base_currency,
    takenIds: usedIds,
  });
  const own = usualUnit(ownIndicator ?? templateIndicator, ownIndicator !== undefined, language);
  const unit = rowDraft?.unit === undefined ? own : readUnitKey(rowDraft.unit);
  const indicator: Indicator = {
    ...(ownIndicator ?? templateIndicator),
    unit: unit.unit,
    power: unit.power,
  };
  const storedTargets = findFirstTargets(zone.targets, indicator.id, year);
  const read = (text: string): ReadField => ({
    text,
    reading: readTypedValue(text, indicator, unit.power),
  });
  const annual = read(rowDraft?.annual ?? toText(storedTargets.annual?.value, own));
  const final = read(rowDraft?.final ?? toText(storedTargets.final?.value, own));
  const storedPath =
    storedTargets.annual?.plan?.path === 'as_last_year' ? 'as_last_year' : 'straight';
  const covers = rowDraft?.covers ?? readFinalYears(storedTargets.final, template);
  const question = findFirstTargetQuestion(
    { template: template.indicator.id, covers, ...readPair(annual, final) },
    finalYear - year + 1,
  );
  return {
    template,
    indicator,
    unit,
    units: listUnits(templateIndicator, own, zone.base_currency, language),
    annual,
    final,
    path: rowDraft?.path ?? storedPath,
    covers,
    question: rowDraft?.sure === sureKey(annual, final) ? undefined : question,
    isTyped: rowDraft !== undefined,
  };
}
const readFinalYears = (final: Target | undefined, template: IndicatorTemplate): FinalYears =>
  final === undefined ? usualFinalYears(template.indicator.id) : (final.covers ?? 'final_year');
const readValue = ({ reading }: ReadField): Decimal | undefined =>
  reading.kind === 'value' ? reading.value : undefined;
const readPair = (annual: ReadField, final: ReadField) =>
  compact({ annual: readValue(annual), final: readValue(final) });
/** The key of two values that a reader confirms. */
export const sureKey = (annual: ReadField, final: ReadField): string =>
  `${annual.text} ${final.text}`;

/**
 * Lists the rows of the ticked templates: those in the draft, and those whose targets the zone has.
 */
export function readRows(of: RowContext): readonly SetupRow[] {
  const { zone, draft } = of;
  return indicatorTemplates.flatMap((template) => {
    const rowDraft = draft.rows[template.indicator.id];
    if (rowDraft === null) return [];
    const ownIndicator = findIndicatorOf(zone.indicators, template);
    const hasTargets =
      ownIndicator !== undefined && zone.targets.some((one) => one.indicator === ownIndicator.id);
    return rowDraft === undefined && !hasTargets ? [] : [readRow(template, rowDraft, of)];
  });
}

/** Makes the row that is saved. */
export const toFirstTarget = (row: SetupRow): FirstTarget => ({
  template: row.template.indicator.id,
  ...row.unit,
  ...readPair(row.annual, row.final),
  path: row.path,
  covers: row.covers,
});

/**
 * The first field of the rows that can't be read, as `fdi annual`.
 * @returns undefined if all can be read
 */
export function findWrongField(rows: readonly SetupRow[]): string | undefined {
  for (const { template, annual, final } of rows) {
    if (annual.reading.kind === 'wrong') return `${template.indicator.id} annual`;
    if (final.reading.kind === 'wrong') return `${template.indicator.id} final`;
  }
  return undefined;
}
