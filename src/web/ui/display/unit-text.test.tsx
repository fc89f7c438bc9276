import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { LanguageProvider } from '#web/i18n/text.ts';
import { UnitText } from './unit-text.tsx';

const place = (language: 'zh-CN' | 'ja' | 'en', text: string, units: readonly string[]) => {
  const { container } = render(
    <LanguageProvider value={language}>
      <UnitText text={text} units={units} />
    </LanguageProvider>,
  );
  const names = [...container.querySelectorAll('span')].map(({ textContent }) => textContent);
  return { text: container.textContent, names, breaks: container.querySelectorAll('wbr').length };
};

// seen to fail: the printed targets broke 图格里 | 克
test('a line ends before the name of a currency, wherever it stands in a text', () => {
  const both = '产值不少于9万亿蒙古图格里克、投资不少于3亿丹麦克朗、再投9万蒙古图格里克。';
  expect(place('zh-CN', both, ['MNT', 'DKK'])).toEqual({
    text: both,
    names: ['蒙古图格里克', '丹麦克朗', '蒙古图格里克'],
    breaks: 3,
  });
  const target = '9兆モンゴル・トグログ以上';
  expect(place('ja', target, ['MNT'])).toEqual({
    text: target,
    names: ['モンゴル・トグログ'],
    breaks: 1,
  });
});

test('a text in English or without the unit stays as it is', () => {
  const none = { names: [], breaks: 0 };
  expect(place('en', 'at least MNT 9tn', ['MNT'])).toEqual({ text: 'at least MNT 9tn', ...none });
  expect(place('zh-CN', '不少于200家', ['MNT'])).toEqual({ text: '不少于200家', ...none });
});
