import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { pointsText } from '#domain/labels/targets/points.ts';
import { languages } from '#domain/values/language.ts';
import { VerdictPoints } from './verdict-points.tsx';

// seen to fail at 768 px: 10.41ポイ and ント下回る
test.each(languages)('a line ends only between words of the points, in %s', (language) => {
  for (const points of [-10.41, 8.33, 0]) {
    const text = pointsText(points, language);
    const { container, unmount } = render(<VerdictPoints points={text} />);
    expect(container.textContent).toBe(text);
    const phrases = [...(container.querySelector('small')?.childNodes ?? [])]
      .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
      .map((node) => node.textContent);
    expect(phrases).toEqual(
      language === 'ja' && points !== 0
        ? ['計画を', String(Math.abs(points)), 'ポイント', points < 0 ? '下回る' : '上回る']
        : [text],
    );
    unmount();
  }
});
