import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeIndustries, industryMarks, findMark, addIndustries } from './industries.ts';
import { sameWords } from '#domain/values/term.ts';

const words = fc.array(
  fc.constantFrom(
    '港口',
    '物流',
    'eco',
    '节能环保',
    '医药',
    'ICT',
    '航空航天',
    '汽车',
    '农业',
    '金融',
    '文旅',
    '矿业',
  ),
  {
    maxLength: 12,
  },
);

describe('the marks of industries', () => {
  it('eight industries have a mark each and further ones share the mark other', () => {
    const industries = addIndustries([], ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']);
    expect(industries.map(({ colour }) => colour)).toEqual([...industryMarks, 'other', 'other']);
    expect(industries).toHaveLength(10);
  });

  it('added industries change no mark, and no two industries share one', () => {
    fc.assert(
      fc.property(words, words, (first, later) => {
        const before = addIndustries([], first);
        const after = addIndustries(before, later);
        expect(after.slice(0, before.length)).toEqual(before);
        const marks = after.map(({ id }) => findMark(after, id)).filter((mark) => mark !== 'other');
        expect(new Set(marks).size).toBe(marks.length);
        expect(marks).toHaveLength(Math.min(industryMarks.length, after.length));
      }),
    );
  });

  it('a built-in industry gets its names in three languages from a word in any of them', () => {
    for (const word of [
      '节能环保',
      '省エネ・環境保護',
      'Energy conservation and environmental protection',
      'eco',
    ])
      expect(addIndustries([], ['港口', word]).find(({ id }) => id === word)).toMatchObject({
        name: {
          'zh-CN': '节能环保',
          ja: '省エネ・環境保護',
          en: 'Energy conservation and environmental protection',
        },
        colour: 'eco',
      });
  });

  it('a stored zone is completed: the first of two with one mark keeps it, in any order of projects', () => {
    const own = ['a', 'b', 'c'].map((id) => ({
      id,
      name: sameWords(id),
      short: sameWords(id),
      colour: 'bio' as const,
    }));
    const ids = ['h', 'g', 'f', 'e', 'd', 'c', 'b', 'a'];
    const list = completeIndustries(own, ids);
    expect(list.slice(0, 3).map(({ id, colour }) => [id, colour])).toEqual([
      ['a', 'bio'],
      ['b', 'eco'],
      ['c', 'material'],
    ]);
    expect(new Set(list.map(({ id }) => findMark(list, id)))).toEqual(new Set(industryMarks));
    expect(completeIndustries(own, ids.toReversed())).toEqual(list);
    expect(completeIndustries(list, ids)).toEqual(list);
  });

  it('an unnamed industry and the second of two with one mark are marked other', () => {
    const industries = [
      { id: 'a', name: sameWords('A'), short: sameWords('A'), colour: 'bio' as const },
      { id: 'b', name: sameWords('B'), short: sameWords('B'), colour: 'bio' as const },
    ];
    expect(['a', 'b', 'c', undefined].map((id) => findMark(industries, id))).toEqual([
      'bio',
      'other',
      'other',
      'other',
    ]);
  });
});
