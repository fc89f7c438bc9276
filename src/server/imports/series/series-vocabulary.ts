import { isCurrency } from '#domain/values/money.ts';
import { outputIndicators } from '#domain/zone/templates/output-indicators.ts';
import { words } from '#domain/values/term.ts';
import type { Indicator } from '#domain/zone/indicator.ts';
import type { IndicatorTemplate } from '#domain/zone/templates/indicator-template.ts';
import { indicatorTemplates } from '#domain/zone/templates/indicator-templates.ts';
import { findTemplate, fitTemplate, isOfTemplate } from '#domain/zone/templates/template-use.ts';
import type { KnownRegister } from '#server/imports/import-plan.ts';
import { findWordKey, indicatorWords, normaliseWord } from '#server/imports/vocabulary/words.ts';

/**
 * The indicators that a column of a series can name: those of the zone, and those that an import
 * can create.
 */
export interface SeriesVocabulary {
  readonly own: readonly Indicator[];
  /** Indicators of templates that the zone lacks. */
  readonly offered: readonly Indicator[];
  /** The base currency of the zone. */
  readonly currency: string;
}

const defaultCurrency = 'CNY';

/** The number of companies, for which the zone has no template. */
const usual: readonly IndicatorTemplate[] = [
  {
    indicator: {
      id: 'companies',
      kind: 'stock',
      unit: 'companies',
      name: words('入驻企业数', '入居企業数', 'Companies'),
      definition: words(
        '月末在区内的企业数。',
        '月末に地区内にある企業の数。',
        'Companies in the zone at the end of the month.',
      ),
    },
    comparator: '>=',
    words: [],
  },
];

/** The templates of all indicators but output. */
const otherTemplates = indicatorTemplates.filter(({ indicator }) => indicator.id !== 'output');

/** Makes the vocabulary: the indicators of the zone, and the templates that it lacks. */
export function readSeriesVocabulary({
  indicators: own,
  base_currency: currency = defaultCurrency,
}: Pick<KnownRegister, 'indicators' | 'base_currency'>): SeriesVocabulary {
  const templates = [...indicatorTemplates, ...usual]
    .filter(
      (template) =>
        !own.some((one) => isOfTemplate(one, template)) &&
        (template.indicator.id !== 'output' || findOutput(own) === undefined),
    )
    .map((template) => fitTemplate(template, currency));
  return { own, offered: templates, currency };
}

/** Whether an id belongs to an indicator that the import offers and the zone lacks. */
export const isOffered = ({ offered }: SeriesVocabulary, id: string): boolean =>
  offered.some((one) => one.id === id);

/**
 * Finds the zone's indicator of output: the one with that id, or its only yearly amount of money.
 */
function findOutput(own: readonly Indicator[]): Indicator | undefined {
  const indicator = outputIndicators.flatMap((id) => own.filter((one) => one.id === id));
  const flows = own.filter(({ kind, unit }) => kind === 'annual_flow' && isCurrency(unit));
  const [only] = flows;
  const isOther = only !== undefined && otherTemplates.some((one) => isOfTemplate(only, one));
  return indicator[0] ?? (flows.length === 1 && !isOther ? only : undefined);
}

/**
 * Finds the indicator that words name: one of the zone by its id or name, else one by the words of
 * templates and registers, which the zone has or an import can create.
 * @returns undefined if the words name none
 */
export function findNamedIndicator(
  text: string,
  { own, offered }: SeriesVocabulary,
): Indicator | undefined {
  const key = normaliseWord(text);
  const all = [...own, ...offered];
  const match = all.find(({ id, name }) =>
    [id, ...Object.values(name)].some((word) => normaliseWord(word) === key),
  );
  if (match !== undefined) return match;
  const template = findTemplate(text);
  const named = template === undefined ? undefined : all.find((one) => isOfTemplate(one, template));
  if (named !== undefined) return named;
  const word = findWordKey(indicatorWords, text);
  if (word === undefined) return undefined;
  const indicator = word === 'output' ? findOutput(own) : own.find(({ id }) => id === word);
  return indicator ?? offered.find(({ id }) => id === word);
}
