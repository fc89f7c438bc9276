import { describe, expect, it } from 'vitest';
import { languages } from '#domain/values/language.ts';
import { isCurrency } from '#domain/values/money.ts';
import { unitTerms } from '#domain/values/unit-labels.ts';
import { indicatorTemplates } from './indicator-templates.ts';
import {
  findTemplate,
  listOfferedTemplates,
  makeFreeId,
  makeFromTemplate,
} from './template-use.ts';

describe('the templates of indicators', () => {
  it('have each an id of their own', () => {
    const ids = indicatorTemplates.map(({ indicator }) => indicator.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
  it('are offered where their statistics exist: nine in China and nine abroad', () => {
    const idsOf = (currency: string) =>
      listOfferedTemplates(currency).map(({ indicator }) => indicator.id);
    expect(idsOf('CNY')).toHaveLength(9);
    expect(idsOf('EUR')).toHaveLength(9);
    expect(idsOf('CNY')).toContain('industrial_output');
    expect(idsOf('CNY')).not.toContain('output');
    expect(idsOf('EUR')).toContain('output');
    expect(idsOf('EUR')).not.toContain('industrial_output');
  });
  it.each(indicatorTemplates.map((template) => [template.indicator.id, template] as const))(
    '%s has a name, a definition and a known unit in three languages',
    (_, { indicator }) => {
      for (const language of languages) {
        expect(indicator.name[language]).not.toBe('');
        expect(indicator.definition[language]).not.toBe('');
      }
      expect(isCurrency(indicator.unit) || indicator.unit in unitTerms).toBe(true);
    },
  );
  it('are each found by their names and by no word of another', () => {
    for (const template of indicatorTemplates)
      for (const word of [...Object.values(template.indicator.name), ...template.words])
        expect(findTemplate(` ${word.toUpperCase()}`)).toBe(template);
  });
  it('have the currency of the zone, but not where the unit is published in dollars', () => {
    const units = indicatorTemplates.map((one) =>
      makeFromTemplate(one, { currency: 'JPY', takenIds: [] }),
    );
    expect(units.find(({ id }) => id === 'fixed_asset_investment')?.unit).toBe('JPY');
    expect(units.find(({ id }) => id === 'fdi')?.unit).toBe('USD');
    expect(units.find(({ id }) => id === 'jobs')?.unit).toBe('jobs');
  });
  // seen to fail: a zone of Kenya defined its investment by projects of 5 million yuan
  it.each(
    listOfferedTemplates('KES').map((template) => [template.indicator.id, template] as const),
  )('%s has no word of Chinese statistics in a zone abroad', (_, template) => {
    const of = makeFromTemplate(template, { currency: 'KES', takenIds: [] });
    const texts = [of.name, of.definition, unitTerms[of.unit] ?? {}].flatMap((text) =>
      Object.values(text),
    );
    expect(texts.join('\n')).not.toMatch(
      /yuan|万元|億元|亿元|CN¥|ministry|商务部|商務部|designated size|规模以上|一定規模以上/i,
    );
  });
  it('get another id where the zone has theirs', () => {
    expect(makeFreeId('jobs', [])).toBe('jobs');
    expect(makeFreeId('jobs', ['jobs', 'jobs_2'])).toBe('jobs_3');
  });
});
