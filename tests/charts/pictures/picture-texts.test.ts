import { AsyncLocalStorage } from 'node:async_hooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyChartIds, type AnyChartId } from '#charts/all-charts.ts';
import { type PictureSize, pictureSizes } from '#charts/kit/definition.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import { serverDocument } from '#charts/static/document.ts';
import { renderFigure } from '#charts/static/render-figure.ts';
import { dataStatusTerms } from '#domain/labels/index.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { type Language, languages } from '#domain/values/language.ts';
import type { Trx } from '#server/db/db.ts';
import { readChartOverview } from '#server/exports/figure/chart-overview-service.ts';
import { createImporter } from '#server/imports/process/create-importer.ts';
import { inProcess } from '#server/imports/process/in-process-importer.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { importTable } from '../../setup/api/import-table.ts';
import { pictureFaults, pictureTexts } from '../../setup/documents/picture-faults.ts';

const sizes = Object.keys(pictureSizes) as PictureSize[];
/** The least size of a letter, in px of the layout: on paper a px is three quarters of a point. */
const leastSize: Readonly<Record<PictureSize, number>> = {
  wide: 11,
  half_a4: 11,
  tall: 11,
  a4: 8.25,
};

/** Words of a register, as long as a field may be. */
const longText = (word: string, length = 300): string =>
  Array.from({ length: 60 }, (_, at) => `${word} ${at}`)
    .join(' ')
    .slice(0, length)
    .trim();
const stageWords = ['Lead', 'Negotiation', 'Signed', 'Building', 'Operating'];
const columns =
  'Code,Project,Stage,Sector,Zone,Investor,Investment,Currency,Status date,Signed,Construction start,Planned operation';
/**
 * 27 projects with names of 300 characters, in three currencies, some negative or not disclosed.
 */
const longRegister = [
  columns,
  ...Array.from({ length: 27 }, (_, at) =>
    [
      `P${at}`,
      `${at} ${longText('Very long name of a project')}`,
      stageWords[(at * 3) % 5],
      `S${at % 6} ${longText('Manufacture of machinery')}`,
      `Z${at % 4} ${longText('Northern bay')}`,
      `I${at % 5} ${longText('Holding company')}`,
      at % 9 === 0 ? '' : String((at % 7 === 0 ? -1 : 1) * (at + 1) * 1_250_000),
      ['USD', 'EUR', 'CNY'][at % 3],
      `2026-0${1 + (at % 9)}-15`,
      `2024-0${1 + (at % 9)}-10`,
      `2025-0${1 + (at % 9)}-20`,
      `2027-0${1 + (at % 9)}-01`,
    ].join(','),
  ),
].join('\n');
const longAnswers = {
  file_kind: 'other_zone',
  zone_name: longText('Zone of long names', 200),
  sample_data: 'remove',
  mapping: 'proposals',
  as_of: '2026-09-30',
  unit: '1',
  stage_words: {
    Lead: 'lead',
    Negotiation: 'negotiation',
    Signed: 'signed',
    Building: 'construction',
    Operating: 'operation',
  },
};
const fills: Readonly<Record<string, (api: TestApi) => Promise<unknown>>> = {
  'the sample': async () => undefined,
  'the Example Zone': (api) =>
    api.send('POST', '/api/v1/samples', { body: { sample: 'example_zone' } }),
  'a register of long names': (api) =>
    importTable(api, { text: longRegister, file: 'long.csv', answers: longAnswers }),
};

async function readAll(api: TestApi): Promise<ReadonlyMap<AnyChartId, Overview>> {
  const deps = {
    db: api.db,
    scope: new AsyncLocalStorage<Trx>(),
    importer: createImporter(inProcess),
    clock: () => new Date('2026-10-10T08:00:00Z'),
    config: { loopback: true, hosts: [], version: 'test' },
    log: () => undefined,
  };
  const read = async (id: AnyChartId) =>
    [id, await readChartOverview(deps, { id, format: 'svg' }, {})] as const;
  return new Map(await Promise.all(anyChartIds.map(read)));
}

describe.each(Object.entries(fills))('a picture of %s', (_name, fill) => {
  let api: TestApi;
  let overviews: ReadonlyMap<AnyChartId, Overview>;
  const draw = (id: AnyChartId, language: Language, size: PictureSize): string => {
    const overview = overviews.get(id);
    if (overview === undefined) throw new Error(`There is no overview of ${id}.`);
    return renderFigure(serverDocument, {
      id,
      overview,
      language,
      size,
      theme: 'light',
      options: {},
      stamp: { revision: 1, made_at: '2026-10-10T08:00:00.000Z', plan: 'straight' },
    });
  };
  beforeAll(async () => {
    api = await openApi();
    await fill(api);
    overviews = await readAll(api);
  });
  afterAll(() => api.close());

  it.each(anyChartIds)(
    'has no small, cut, hidden or lost word in any size and language: %s',
    (id) => {
      for (const size of sizes)
        for (const language of languages) {
          const svg = draw(id, language, size);
          const texts = pictureTexts(svg);
          expect(texts.length).toBeGreaterThan(3);
          const small = texts.filter((text) => text.size < leastSize[size] - 0.001);
          const cuts = texts.filter(({ text }) => text.includes('…'));
          expect([size, language, small, cuts, pictureFaults(svg)]).toEqual([
            ...[size, language],
            ...[[], [], []],
          ]);
        }
    },
    30_000,
  );

  it.each(anyChartIds)('marks invented values at most once: %s', (id) => {
    const overview = overviews.get(id);
    for (const language of languages) {
      const { illustrative, example } = kitLabels[language];
      const prefix = example('');
      const marks = pictureTexts(draw(id, language, 'wide')).filter(
        ({ text }) =>
          text === illustrative ||
          text === dataStatusTerms.illustrative[language] ||
          text.startsWith(prefix),
      );
      expect([language, marks.length]).toEqual([language, overview?.illustrative ? 1 : 0]);
    }
  });
});

it('the check finds a small word, also in a drawing that is shown smaller', () => {
  const inside = '<text x="10" y="50" font-size="12">a</text>';
  const whole = `<svg viewBox="0 0 200 100">${inside}</svg>`;
  const shrunk = `<svg viewBox="0 0 200 100"><svg width="100" height="50" viewBox="0 0 200 100">${inside}</svg></svg>`;
  expect([whole, shrunk].map((svg) => pictureTexts(svg)[0]?.size)).toEqual([12, 6]);
});
