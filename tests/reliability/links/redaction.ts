// Seen to fail: with `named: () => true` in domain/redaction names are found; with the
// register instead of its redaction in links/payload/redact-overview.ts, or without redactPipeline
// or redactChanges, everything is; with the name of the link in its page, that is found.
import { unzipSync } from 'fflate';
import { linkPagePath } from '#contract/links/constants.ts';
import type { MadeLink } from '#contract/links/schemas.ts';
import { addNote } from '#server/targets/note-store.ts';
import { addObservation } from '#server/targets/observation-store.ts';
import { ensureOwnZone } from '#server/zone/own-zone-service.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { writeRevision } from '#server/db/revision-log.ts';
import type { LinkApi } from '../../setup/api/links.ts';
import {
  canaryRegister,
  hiddenTexts,
  randomProfile,
  viewOf,
  type CanaryRegister,
} from './canary-register.ts';
import { randomFrom } from '../faults/tamper.ts';
import { listExplanations } from './figures.ts';

const by = { author: 'cnry-author-', kind: 'import', reason: 'cnry-why-', origin: 'own' } as const;
const always = ['cnry-author-', 'cnry-why-', 'cnry-cause-', 'cnry-source-', 'cnry-for-'];

async function store(
  links: LinkApi,
  register: CanaryRegister,
  before: readonly string[],
): Promise<void> {
  await writeRevision(links.db, by, async (trx, revision) => {
    await ensureOwnZone(trx, revision);
    const emptyRecords = before.map((code) => ({
      code,
      origin: 'own' as const,
      facts: { name: '', amounts: {}, milestones: [], data_status: 'reported' as const },
      stage_events: [],
      status_events: [],
    }));
    await putProjects(trx, revision, [...emptyRecords, ...register.records], {
      as_of: '2021-03-31',
    });
    const value = { origin: 'own', indicator: 'companies', period: '2021-03' } as const;
    await addObservation(trx, revision, {
      ...value,
      value: String(40 + before.length),
      data_status: 'reported',
      source: 'cnry-source-',
    });
    await addNote(trx, revision, {
      ...value,
      text: 'cnry-cause-',
      author: 'cnry-author-',
      recorded_at: '2021-04-02T00:00:00Z',
    });
  });
}

/** A file as text: all parts of a workbook or a slide, and those of a workbook inside it. */
function textOf(file: string, bytes: Uint8Array): string {
  if (!/\.(xlsx|pptx)$/.test(file)) return new TextDecoder().decode(bytes);
  return Object.entries(unzipSync(bytes))
    .map(([name, part]) => `${name}\n${textOf(name, part)}`)
    .join('\n');
}
const addresses = (chart: string, pictures: boolean): readonly string[] => [
  '',
  ...['targets', 'progress', 'pipeline', 'changes', chart].flatMap((id) =>
    ['json', 'csv', 'xlsx', 'pptx', ...(pictures ? ['svg'] : [])].map(
      (form) => `/charts/${id}.${form}`,
    ),
  ),
  '/charts/pipeline.csv?csv=excel&lang=ja',
  '/lists/projects.csv',
  '/lists/projects.csv?csv=excel&lang=ja',
  '/lists/projects.xlsx',
  '/lists/projects.xlsx?lang=zh-CN',
  '/charts/changes.xlsx?lang=en',
  '/charts/nothing.csv',
  '/charts/targets.csv?measure=nothing',
  '/charts/targets.csv?fields=investor',
];

/** Every response for a reader, with its headers, and the first message of the stream. */
async function everything(
  links: LinkApi,
  link: MadeLink,
  codes: readonly string[],
  pictures: boolean,
): Promise<ReadonlyMap<string, string>> {
  const headers = await links.reader(link);
  const texts = new Map<string, string>();
  const files = addresses(link.link.view.chart?.id ?? 'outlook', pictures);
  for (const address of [...files, ...listExplanations(codes)]) {
    const response = await links.read(link.link.id, headers, address);
    const body = new Uint8Array(await response.arrayBuffer());
    const file = response.status === 200 ? (address.split('?')[0] ?? '') : '';
    const text = textOf(file, body).replace(/"reference":"[0-9a-f]{12}"/, '');
    texts.set(address, `${JSON.stringify([...response.headers])}\n${text}`);
  }
  const page = await links.send('GET', linkPagePath(link.link.id), { headers });
  texts.set('the page', `${JSON.stringify([...page.headers])}\n${await page.text()}`);
  const stream = (await links.read(link.link.id, headers, '/events')).body?.getReader();
  texts.set('/events', new TextDecoder().decode((await stream?.read())?.value));
  await stream?.cancel();
  return texts;
}

/** Makes a link; undefined where its choices do not allow the chart. */
async function makeUnlessRejected(links: LinkApi, body: object): Promise<MadeLink | undefined> {
  try {
    return await links.make(body);
  } catch (error) {
    if (error instanceof Error && error.message.includes('"path":"view.chart"')) return undefined;
    throw error;
  }
}

/**
 * Random registers full of canaries, random profiles: no byte for a reader contains a hidden
 * canary, and no hidden change changes one.
 */
export async function redactFaults(
  links: LinkApi,
  count: number,
  seed: number,
  pictures = false,
): Promise<readonly string[]> {
  const below = randomFrom(seed);
  const faults: string[] = [];
  let before: readonly string[] = [];
  let nameCount = 0;
  for (let round = 0; round < count; round += 1) {
    const register = canaryRegister(below, round);
    const codes = register.records.map(({ code }) => code);
    await store(links, register, before);
    before = codes;
    const profile = randomProfile(below, codes);
    const view = viewOf(round, below);
    const link = await makeUnlessRejected(links, {
      name: 'cnry-for-',
      profile,
      view,
      exports: 'data',
      frozen: false,
    });
    if (link === undefined) continue;
    const texts = await everything(links, link, codes, pictures && round % 20 === 0);
    nameCount += [...texts.values()].filter((text) => /cnry-name[A-Z-]/.test(text)).length;
    const secrets = [...always, ...hiddenTexts(register, profile, view)];
    for (const [address, text] of texts)
      for (const canary of secrets)
        if (text.includes(canary))
          faults.push(
            `round ${round}: ${canary} in ${address || 'the payload'} of ${JSON.stringify(profile)}`,
          );
    const one = register.records[below(codes.length)];
    if (one === undefined) continue;
    const changed = {
      ...one,
      facts: {
        ...one.facts,
        remark: `cnry-other-${round}`,
        investor: 'cnry-another-',
        investor_names: { en: 'cnry-another-' },
        owner: 'x',
      },
    };
    await writeRevision(links.db, by, (trx, revision) => putProjects(trx, revision, [changed]));
    for (const [address, text] of await everything(links, link, codes, false))
      if (text !== texts.get(address))
        faults.push(`round ${round}: ${address || 'the payload'} tells of a hidden change`);
    await links.change(link.link.id, { state: 'ended' });
  }
  return nameCount > 0 ? faults : [...faults, 'no name was shown at all: this has tried nothing'];
}
