import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { languages } from '#domain/values/language.ts';
import { addIndustries } from '#domain/zone/industries.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import type { Board } from '#contract/work/schemas.ts';
import { BoardKey } from '#web/features/pipeline/board/board-key.tsx';
import { LanguageProvider } from '#web/i18n/text.ts';

/** A board with one card of each industry. */
const boardOf = (ids: readonly string[]): Board =>
  ({
    as_of: '2026-10-31',
    amounts: [],
    unrated: [],
    columns: [{ cards: ids.map((industry) => ({ industry })) }],
  }) as unknown as Board;
const ten = Array.from({ length: 10 }, (_, at) => `Branche ${at}`);
const draw = (language: (typeof languages)[number], boardIds: readonly string[]) => {
  const profile = { industries: addIndustries([], ten) } as unknown as ZoneProfile;
  return render(
    <LanguageProvider value={language}>
      <BoardKey board={boardOf(boardIds)} profile={profile} />
    </LanguageProvider>,
  );
};
const readMarks = () =>
  screen.getAllByRole('listitem').map((item) => item.querySelector('svg')?.innerHTML);

// seen to fail: two of ten industries had the same cross
test.each(languages)(
  'each mark of the key stands once, and others share one line, in %s',
  (language) => {
    draw(language, ten);
    const marks = readMarks();
    expect(marks).toHaveLength(9);
    expect(new Set(marks).size).toBe(9);
    const words = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(words.slice(0, 8)).toEqual(ten.slice(0, 8).map((name) => ` ${name}`));
    expect(words[8]).toContain('2');
    expect(screen.getAllByRole('listitem')[8]?.title).toMatch(/Branche 8.*Branche 9/);
  },
);

test('one industry without a mark of its own is named', () => {
  draw('en', ['Branche 9', 'Branche 0']);
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    ' Branche 0',
    ' Branche 9',
  ]);
});
