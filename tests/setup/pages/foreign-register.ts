import { expect } from 'vitest';

/** A request that posts JSON as the page at an address does. */
export const json = (url: string, body: unknown) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', origin: new URL(url).origin },
  body: JSON.stringify(body),
});

/** A register of another country: 400 projects in dollars with long names. */
const register = [
  'Código;Proyecto;Etapa;Sector;Inversión (USD)',
  ...Array.from(
    { length: 400 },
    (_, n) =>
      `P${n};Planta de procesamiento de hidrógeno verde y amoníaco número ${n};${['Prospecto', 'Contrato firmado', 'En construcción', 'En operación'][n % 4]};Sector ${n % 9};${(n + 1) * 125_000}`,
  ),
].join('\n');

/** A register in euros and dollars, of ten industries and 300 projects, some without amount or day. */
const mixedRegister = [
  'Project ID,Project name,Industry,Stage,Currency,Total investment (million),Last updated',
  ...Array.from({ length: 300 }, (_, n) =>
    [
      `R${n}`,
      `Works of the harbour ${n}`,
      `Industry ${n % 10}`,
      ['Lead', 'In negotiation', 'Signed', 'Registered', 'Under construction'][n % 5],
      n % 5 < 3 ? 'EUR' : 'USD',
      n % 19 === 0 ? '' : ((n * 37) % 400) + 0.25,
      n % 11 === 0 ? '' : '2026-09-20',
    ].join(','),
  ),
].join('\n');

interface SentRegister {
  readonly text: string;
  readonly file: string;
  readonly answers: Readonly<Record<string, unknown>>;
}

/** Imports a register as that of another zone. */
async function sendRegister(url: string, { text, file, answers }: SentRegister): Promise<void> {
  const form = new FormData();
  form.append('file', new Blob([text]), file);
  const upload = await fetch(new URL('/api/v1/imports?lang=en', url), {
    method: 'POST',
    headers: { origin: new URL(url).origin },
    body: form,
  });
  const { id } = (await upload.json()) as { id: string };
  const usual = { file_kind: 'other_zone', sample_data: 'remove', mapping: 'proposals' };
  const commit = await fetch(
    new URL(`/api/v1/imports/${id}/commit?lang=en`, url),
    json(url, { answers: { ...usual, ...answers } }),
  );
  expect(commit.status, await commit.clone().text()).toBe(200);
}

/** Imports the register of a zone of another country, with 400 projects. */
export const importRegister = (url: string): Promise<void> =>
  sendRegister(url, {
    text: register,
    file: 'Zona Franca 2026-09-30.csv',
    answers: {
      zone_name: 'Zona Franca Atacama',
      stage_words: {
        Prospecto: 'lead',
        'Contrato firmado': 'signed',
        'En construcción': 'construction',
        'En operación': 'operation',
      },
    },
  });

/** Imports the register of a zone with two currencies, with 300 projects. */
export const importMixedRegister = (url: string): Promise<void> =>
  sendRegister(url, {
    text: mixedRegister,
    file: 'Harbour 2026-09-30.csv',
    answers: { zone_name: 'Rana Industrial Park' },
  });

/** Imports a register with long names of projects, eight industries without a blank and three currencies. */
export const importLongWords = (url: string): Promise<void> =>
  sendRegister(url, {
    text: [
      'Project ID,Project name,Industry,Stage,Currency,Total investment (million)',
      ...Array.from(
        { length: 160 },
        (_, n) =>
          `W${n},${'ศูนย์วิจัยและพัฒนายานยนต์ไฟฟ้าและชิ้นส่วน '.repeat(2)}${n},${'อุตสาหกรรมยานยนต์ไฟฟ้าและชิ้นส่วนเครื่อง'.slice(n % 8)},${['Signed', 'Lead', 'Under construction', 'Registered'][n % 4]},${['THB', 'USD', 'JPY'][n % 3]},${n + 1}`,
      ),
    ].join('\n'),
    file: 'Words 2026-09-30.csv',
    answers: { zone_name: 'Bang Pakong Estate', zone_currency: 'THB' },
  });

const branches = ['Vindenergi', 'Fødevareindustri', 'Bioteknologi', 'Logistik', 'Medicinsk udstyr'];
const moreBranches = [
  'Datacentre',
  'Maritim teknik',
  'Møbelproduktion',
  'Grøn brint',
  'Robotteknologi',
];
/** A register of projects in ten industries and three currencies with long names. */
const writeDanishRegister = (projects: number): string =>
  [
    'Project ID,Project name,Industry,Stage,Currency,Total investment (million),Planned jobs,Last updated',
    ...Array.from({ length: projects }, (_, n) =>
      [
        `DK-${n}`,
        n === 0
          ? 'Anlæg til grøn brint med havneterminal og kølehus '.repeat(6).trim()
          : `Projekt ${n}`,
        [...branches, ...moreBranches][n % 10],
        ['Lead', 'In negotiation', 'Signed', 'Under construction'][n % 4],
        ['DKK', 'DKK', 'EUR', 'SEK'][n % 4 === 3 ? n % 3 : 0],
        n % 19 === 5 ? '' : ((n * 37) % 400) + 120.25,
        n % 9 === 0 ? '' : 20 + n,
        '2026-09-20',
      ].join(','),
    ),
  ].join('\n');

const inDanishCrowns = (id: string, name: string, value: string) => ({
  indicator: {
    id,
    kind: 'annual_flow',
    unit: 'DKK',
    cumulation: 'ytd',
    power: 6,
    name: { 'zh-CN': name, ja: name, en: name },
    definition: { 'zh-CN': name, ja: name, en: name },
  },
  target: {
    id: `${id}-2026`,
    indicator: id,
    period: { kind: 'year', year: 2026 },
    value,
    comparator: '>=',
    deadline: '2026-12-31',
    baseline_date: '2025-12-31',
    source: 'Plan',
    source_date: '2026-01-15',
    data_status: 'reported',
  },
});

const danishTargets = [
  inDanishCrowns('fixed_asset_investment', 'Fixed-asset investment', '3200000'),
  inDanishCrowns('industrial_output', 'Gross industrial output', '9500000'),
];

/** Imports the register of a Danish zone, with annual targets in crowns and their values. */
export async function importDanishZone(url: string, projects = 60, targets = 2): Promise<void> {
  await sendRegister(url, {
    text: writeDanishRegister(projects),
    file: 'Kongehavn 2026-09-30.csv',
    answers: { zone_name: 'Kongehavn Erhvervszone', zone_currency: 'DKK' },
  });
  const path = new URL('/api/v1/zone', url);
  const etag = (await fetch(path)).headers.get('etag') ?? '';
  const others = Array.from({ length: targets - danishTargets.length }, (_, at) =>
    inDanishCrowns(`tax_${at}`, `Tax revenue ${at}`, '4100000'),
  );
  const all = [...danishTargets, ...others];
  const request = json(url, {
    indicators: all.map(({ indicator }) => indicator),
    targets: all.map(({ target }) => target),
    reason: 'New',
  });
  const saved = await fetch(path, {
    ...request,
    method: 'PATCH',
    headers: { ...request.headers, 'if-match': etag },
  });
  expect(saved.status, await saved.clone().text()).toBe(200);
  const values = all.flatMap(({ indicator: { id } }, at) =>
    Array.from({ length: 8 }, (_, month) => ({
      indicator: id,
      period: `2026-0${month + 2}`,
      value: String(160_000 * (month + 1) * (at + 1)),
    })),
  );
  const answer = await fetch(new URL('/api/v1/observations', url), json(url, { values }));
  expect(answer.ok, await answer.clone().text()).toBe(true);
}
