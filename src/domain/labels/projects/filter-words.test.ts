import { describe, expect, it } from 'vitest';
import { words } from '#domain/values/term.ts';
import { writeFilters } from './filter-words.ts';

const names = {
  industries: [{ id: 'eco', name: words('节能环保', '省エネ', 'Energy saving') }],
  function_zones: [{ id: 'north', name: words('北区', '北', 'North') }],
};

describe('the filters of a chart in words', () => {
  it('name each field and its values in the language of the reader', () => {
    const filters = { industry: 'eco', zone: 'north', owner: 'Li,Wang' };
    expect(writeFilters(filters, names, 'en')).toBe(
      'Industry: Energy saving; Function zone: North; Owner: Li or Wang',
    );
    expect(writeFilters(filters, names, 'zh-CN')).toBe(
      '产业：节能环保；功能分区：北区；责任人：Li／Wang',
    );
  });

  it('keep a value that the zone does not name, and a comma inside a value', () => {
    expect(writeFilters({ industry: 'steel', investor: 'A%2C B' }, names, 'en')).toBe(
      'Industry: steel; Investor: A, B',
    );
  });

  it('are empty where every project counts', () => {
    expect(writeFilters({ owner: '' }, names, 'en')).toBe('');
    expect(writeFilters({}, names, 'ja')).toBe('');
  });
});
