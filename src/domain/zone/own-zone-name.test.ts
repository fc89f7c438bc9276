import { expect, test } from 'vitest';
import { completeName, isNamed, ownZoneName } from './own-zone-name.ts';

const english = { ...ownZoneName, en: 'Naivasha SEZ' };

test('a zone that was named in one language is named in all', () => {
  expect([isNamed(ownZoneName), isNamed(english)]).toEqual([false, true]);
  expect(completeName(english)).toEqual({
    'zh-CN': 'Naivasha SEZ',
    ja: 'Naivasha SEZ',
    en: 'Naivasha SEZ',
  });
});

test('a zone keeps its names of several languages, and the neutral one where nobody named it', () => {
  const two = { ...ownZoneName, 'zh-CN': '某园区', ja: '某地区' };
  expect(completeName(two)).toEqual({ ...two, en: '某园区' });
  expect(completeName(ownZoneName)).toEqual(ownZoneName);
});
