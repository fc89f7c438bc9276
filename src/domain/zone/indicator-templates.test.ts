import { describe, expect, it } from 'vitest';
import { languages } from '#domain/values/language.ts';
import { isCurrency } from '#domain/values/money.ts';
import { unitTerms } from '#domain/values/unit-labels.ts';
import { indicatorTemplates } from './indicator-templates.ts';
import { findTemplate, makeFreeId, makeFromTemplate } from './template-use.ts';

describe('the templates of indicators', () => {
  it('are nine, each with its own id', () => {
    expect(new Set(indicatorTemplates.map(({ indicator }) => indicator.id)).size).toBe(9);
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
  it.each(indicatorTemplates.map((template) => [template.indicator.id, template] as const))(
    '%s names neither yuan nor the ministry of another country in a zone abroad',
    (_, template) => {
      const { definition, unit } = makeFromTemplate(template, { currency: 'KES', takenIds: [] });
      const texts = [definition, unitTerms[unit] ?? {}].flatMap((text) => Object.values(text));
      expect(texts.join('\n')).not.toMatch(/yuan|万元|億元|亿元|CN¥|ministry|商务部|商務部/i);
    },
  );
  it('get another id where the zone has theirs', () => {
    expect(makeFreeId('jobs', [])).toBe('jobs');
    expect(makeFreeId('jobs', ['jobs', 'jobs_2'])).toBe('jobs_3');
  });
});
