import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, test } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import { pictureSizes, type PictureSize } from '#charts/kit/definition.ts';
import { serverDocument } from '#charts/static/document.ts';
import { renderFigure } from '#charts/static/render-figure.ts';
import { languages } from '#domain/values/language.ts';
import type { BulletForm } from './bullet-parts.tsx';
import { PlanBullet, PlanBulletHead, TargetBullet, TargetBulletHead } from './bullet-rows.tsx';
import type { BulletRow } from '#charts/targets/data/rows.ts';
import { targetsSeries } from '#charts/targets/data/series.ts';

interface Box {
  readonly name: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
const attributesOf = (tag: string): ReadonlyMap<string, string> =>
  new Map(
    [...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  );

/** Lists texts and marks of a bar with their positions in px, for a width of the bar. */
function listBoxes(
  markup: string,
  width: number,
): { readonly texts: readonly Box[]; readonly marks: readonly Box[] } {
  const tallPx = 60;
  const px = (value = '0'): number =>
    value.endsWith('%') ? (Number(value.slice(0, -1)) / 100) * width : Number(value);
  const texts = [...markup.matchAll(/<text([^>]*)>([^<]*)<\/text>/g)]
    .map(([, tag = '', text = '']): Box => {
      const at = attributesOf(tag);
      const words = text.replaceAll('&gt;', '>');
      const long = textWidth(words, Number(at.get('font-size')), at.get('font-weight') === '600');
      const x = px(at.get('x')) + px(at.get('dx'));
      const left =
        x -
        (at.get('text-anchor') === 'end'
          ? long
          : at.get('text-anchor') === 'middle'
            ? long / 2
            : 0);
      const y = px(at.get('y'));
      return { name: words, left, right: left + long, top: y - 9, bottom: y + 3 };
    })
    .filter(({ name }) => name !== '');
  const lines = [...markup.matchAll(/<line([^>]*)>/g)].map(([, tag = '']): Box => {
    const at = attributesOf(tag);
    const [x, half] = [px(at.get('x1')), Number(at.get('stroke-width')) / 2];
    return {
      name: `line ${at.get('stroke')}`,
      left: x - half,
      right: x + half,
      top: px(at.get('y1')),
      bottom: at.get('y2') === '100%' ? tallPx : px(at.get('y2')),
    };
  });
  const bars = [...markup.matchAll(/<rect([^>]*)>/g)].map(([, tag = '']): Box => {
    const at = attributesOf(tag);
    const [x, y] = [px(at.get('x')), px(at.get('y'))];
    return {
      name: 'bar',
      left: x,
      right: x + px(at.get('width')),
      top: y,
      bottom: y + px(at.get('height')),
    };
  });
  // background lines at the very edge of the bar begin where its words begin
  const marks = [...bars, ...lines.filter(({ left, right }) => left > 1 && right < width - 1)];
  return { texts, marks };
}
const touch = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const faults = (markup: string, width: number): readonly string[] => {
  const { texts, marks } = listBoxes(markup, width);
  return texts.flatMap((text, index) =>
    [...texts.slice(index + 1), ...marks]
      .filter((other) => touch(text, other))
      .map(({ name }) => `${text.name} on ${name}`),
  );
};

/**
 * The smallest widths of both bars: of the page from 1200 px, of a tablet, and of a phone or on
 * paper.
 */
const rooms = [
  { plan: 208, target: 300 },
  { plan: 146, target: 260 },
  { plan: 98, target: 164 },
] as const;
const formOf = (room: number): BulletForm => ({ room, isTall: true, hideClass: 'other' });
const rowsAt = (
  rows: readonly BulletRow[],
  share: number,
  forecast: number,
): readonly BulletRow[] =>
  rows.map((row) => {
    const { planBullet, targetBullet } = row;
    if (planBullet === undefined || targetBullet === undefined) return row;
    const range =
      targetBullet.forecast === undefined
        ? {}
        : {
            forecast: {
              ...targetBullet.forecast,
              low: forecast * 0.9,
              middle: forecast,
              high: forecast * 1.1,
            },
          };
    const label = `${(share * 100).toFixed(1)}%`;
    return {
      ...row,
      planBullet: { ...planBullet, ratio: share * 2.3, label: `${Math.round(share * 230)}%` },
      targetBullet: { ...targetBullet, share, label, ...range },
    };
  });

describe.each(languages)('the bars of the targets table in %s', (language) => {
  it.each([0, 0.12, 0.5, 0.87, 1, 1.13, 3])(
    'have no text on a text, a bar or a line at a share of %f',
    (share) => {
      const series = targetsSeries(sampleOverview, language);
      for (const forecast of [0, 0.47, 1, 1.2, 1.5, 3])
        for (const row of rowsAt(series.rows, share, forecast))
          for (const { plan, target } of rooms) {
            expect([
              row.name,
              faults(renderToStaticMarkup(<PlanBullet row={row} forms={[formOf(plan)]} />), plan),
            ]).toEqual([row.name, []]);
            expect([
              row.name,
              faults(
                renderToStaticMarkup(<TargetBullet row={row} forms={[formOf(target)]} />),
                target,
              ),
            ]).toEqual([row.name, []]);
          }
    },
  );

  it('have heads that do not touch', () => {
    const { heads } = targetsSeries(sampleOverview, language);
    for (const { plan, target } of rooms) {
      expect(
        faults(renderToStaticMarkup(<PlanBulletHead heads={heads} forms={[formOf(plan)]} />), plan),
      ).toEqual([]);
      expect(
        faults(
          renderToStaticMarkup(<TargetBulletHead heads={heads} forms={[formOf(target)]} />),
          target,
        ),
      ).toEqual([]);
    }
  });
});

// seen to fail: at 1440 px the plan stood beside a short gap only, and beside a long one nowhere
test.each(languages)('a tall bullet of the plan has the plan below each gap, in %s', (language) => {
  const bullets = targetsSeries(sampleOverview, language).rows.flatMap((row) =>
    row.planBullet === undefined ? [] : [{ row, ...row.planBullet }],
  );
  expect(bullets.length).toBeGreaterThan(0);
  for (const { row, gap, plan } of bullets) {
    const text = renderToStaticMarkup(<PlanBullet row={row} forms={[formOf(208)]} />);
    for (const part of [gap, plan]) expect(text).toContain(`>${part}<`);
    const low = { ...formOf(208), isTall: false };
    expect(renderToStaticMarkup(<PlanBullet row={row} forms={[low]} />)).not.toContain(`>${plan}<`);
  }
});

// seen to fail: a bar was drawn four times, once for each width of the table
test.each(languages)('a bar has each text once for all widths that show it, in %s', (language) => {
  const forms = rooms.map(({ target }, at) => ({
    room: target,
    isTall: at === 0,
    hideClass: ['notWide', 'notMedium', 'notTight'][at] ?? '',
  }));
  for (const row of rowsAt(targetsSeries(sampleOverview, language).rows, 0.5, 1.2)) {
    const whole = renderToStaticMarkup(<TargetBullet row={row} forms={forms} />);
    expect(whole.match(/<svg class="bullet"/g)).toHaveLength(1);
    const texts = [...whole.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);
    expect(new Set(texts).size).toBe(texts.length);
    for (const form of forms) {
      const alone = renderToStaticMarkup(<TargetBullet row={row} forms={[form]} />);
      const visible = [...whole.matchAll(/(?:<g class="([^"]*)">)?<text[^>]*>([^<]*)</g)]
        .filter(([, hidden = '']) => !hidden.split(' ').includes(form.hideClass))
        .map(([, , text]) => text);
      expect(visible).toEqual([...alone.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text));
    }
  }
});

test('beyond its scale a bullet ends in an arrow, and the text has the number', () => {
  const [row] = rowsAt(targetsSeries(sampleOverview, 'en').rows, 1.55, 3);
  if (row === undefined) throw new Error('the sample has a first target');
  const far = {
    ...row,
    targetBullet:
      row.targetBullet?.forecast === undefined
        ? row.targetBullet
        : { ...row.targetBullet, forecast: { ...row.targetBullet.forecast, shareText: '300%' } },
  };
  const bullet = renderToStaticMarkup(
    <TargetBullet row={far as BulletRow} forms={[formOf(330)]} />,
  );
  expect(bullet).toContain('>155.0%<');
  expect(bullet).toMatch(/184 \(\d+–\d+\), 300%</);
  expect(bullet.match(/x="100%" y="9"/g)).toHaveLength(1);
  const inside = renderToStaticMarkup(
    <TargetBullet row={rowsAt([row], 0.9, 1)[0] as BulletRow} forms={[formOf(330)]} />,
  );
  expect(inside).not.toContain('x="100%" y="9"');
});

test('a value of 0 has a mark of its own, and a missing one has none', () => {
  const [row] = rowsAt(targetsSeries(sampleOverview, 'en').rows, 0, 1);
  const zero = renderToStaticMarkup(<TargetBullet row={row as BulletRow} forms={[formOf(330)]} />);
  expect(zero).toMatch(/<rect x="0"[^>]*width="1"/);
  expect(zero).toContain('>0.0%<');
  const { targetBullet: _target, planBullet: _plan, ...none } = row as BulletRow;
  expect(renderToStaticMarkup(<TargetBullet row={none} forms={[formOf(330)]} />)).not.toContain(
    '<rect',
  );
});

test('a target that is met or past its deadline shows no missing forecast', () => {
  const [row] = sampleOverview.targets;
  if (row === undefined) throw new Error('the sample has targets');
  const rowWithout = (reason: 'met' | 'deadline_passed' | 'too_few_observations') =>
    targetsSeries(
      { ...sampleOverview, targets: [{ ...row, forecast: { kind: 'refused', reason } }] },
      'en',
    ).rows[0]?.targetBullet?.refusedShort;
  expect([
    rowWithout('met'),
    rowWithout('deadline_passed'),
    rowWithout('too_few_observations'),
  ]).toEqual(['', '', 'No forecast yet']);
});
test.each(languages)(
  'all days of a picture have the same form, whatever its size, in %s',
  (language) => {
    const dates = ['2021-03-31', '2020-09-30', '2021-05-01'];
    const overview = {
      ...sampleOverview,
      targets: sampleOverview.targets.map((row, at) =>
        row.now === undefined ? row : { ...row, now: { ...row.now, date: dates[at] ?? '' } },
      ),
    };
    const { rows } = targetsSeries(overview, language);
    for (const size of Object.keys(pictureSizes) as PictureSize[]) {
      const svg = renderFigure(serverDocument, {
        id: 'targets',
        overview,
        language,
        theme: 'light',
        size,
        options: {},
      });
      const isWritten = [0, 1].some((form) =>
        rows.every(({ now }) => now === undefined || svg.includes(now.dates[form] ?? '')),
      );
      expect([size, isWritten]).toEqual([size, true]);
    }
  },
);
