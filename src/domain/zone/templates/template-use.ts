import type { Indicator } from '#domain/zone/indicator.ts';
import { isInChina } from '#domain/zone/zone.ts';
import type { IndicatorTemplate } from './indicator-template.ts';
import { indicatorTemplates } from './indicator-templates.ts';

/** The context of a template: the currency of the zone, and its existing ids. */
export interface TemplateUse {
  readonly currency: string;
  readonly takenIds: readonly string[];
}

/** Makes an id that is free: `base`, else with the first number from 2 on. */
export function makeFreeId(base: string, takenIds: readonly string[]): string {
  if (!takenIds.includes(base)) return base;
  let n = 2;
  while (takenIds.includes(`${base}_${n}`)) n += 1;
  return `${base}_${n}`;
}

const longestId = 40;
/**
 * Makes an id from a name: its Latin letters and digits, without accents.
 * @returns at most 40 characters, the first one a letter; '' if the name has no Latin letter
 */
export const makePlainId = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+/, '')
    .slice(0, longestId)
    .replace(/_+$/, '');

/** Gives the indicator of a template the currency of a zone, and unit and definition of its country. */
export function fitTemplate(
  { indicator, in_base_currency, definition_abroad, unit_abroad }: IndicatorTemplate,
  currency: string,
): Indicator {
  const usual = in_base_currency === true ? currency : indicator.unit;
  if (isInChina({ base_currency: currency })) return { ...indicator, unit: usual };
  return {
    ...indicator,
    unit: unit_abroad ?? usual,
    definition: definition_abroad ?? indicator.definition,
  };
}

/** Makes the indicator of a template for a zone. */
export const makeFromTemplate = (
  template: IndicatorTemplate,
  { currency, takenIds }: TemplateUse,
): Indicator => ({
  ...fitTemplate(template, currency),
  id: makeFreeId(template.indicator.id, takenIds),
});

/** Lists the templates that a zone with a currency is offered: none of another country's statistics. */
export const listOfferedTemplates = (currency: string): readonly IndicatorTemplate[] => {
  const place = isInChina({ base_currency: currency }) ? 'china' : 'abroad';
  return indicatorTemplates.filter(({ offered_in = place }) => offered_in === place);
};

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .trim();

/**
 * Finds the template that a file names with one of its words.
 * @returns undefined for an unknown word
 */
export const findTemplate = (word: string): IndicatorTemplate | undefined =>
  indicatorTemplates.find(({ words: knownWords }) =>
    knownWords.some((one) => plain(one) === plain(word)),
  );

/** Whether a zone's indicator was made from a template: by its id, or by one of its names. */
export const isOfTemplate = ({ id, name }: Indicator, template: IndicatorTemplate): boolean =>
  id === template.indicator.id || Object.values(name).some((one) => findTemplate(one) === template);
