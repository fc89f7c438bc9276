import { setTimeout as sleep } from 'node:timers/promises';
import type { Overview } from '#domain/overview/overview.ts';
import type { ProjectDetail } from '#domain/projects/project.ts';
import type { EditedProject } from '#contract/projects/edit-schemas.ts';
import { codeAt } from '../api.ts';
import { readText } from '../requests.ts';
import { answers } from './addresses.ts';
import { placeInPart } from './import-part.ts';

const yuan = 100n;
/** The number of edits so far: each is of another project. */
let count = 0;
/**
 * Adds a yuan to the planned investment of a project that no part names.
 *
 * @returns the milliseconds until it was stored, and its revision
 * @throws Error if it is not stored
 */
export async function editProject(
  url: string,
  projects: number,
): Promise<{ readonly ms: number; readonly revision: number }> {
  const code = codeAt(placeInPart((count += 1), projects) + 1);
  const current = await fetch(`${url}/api/v1/projects/${code}`);
  const { amounts } = (await current.json()) as ProjectDetail;
  const money = amounts.total_investment?.money;
  if (money === undefined) throw new Error(`${code} has no planned investment.`);
  const minor = String(BigInt(money.minor) + yuan);
  const from = performance.now();
  const response = await fetch(`${url}/api/v1/projects/${code}`, {
    method: 'PATCH',
    headers: {
      'content-type': 'application/json',
      'if-match': current.headers.get('etag') ?? '',
      origin: url,
    },
    body: JSON.stringify({ facts: { 'amounts.total_investment': { money: { ...money, minor } } } }),
  });
  if (!response.ok) throw new Error(await response.text());
  const { revision } = (await response.json()) as EditedProject;
  return { ms: performance.now() - from, revision: revision ?? 0 };
}

export interface EditTimes {
  /** Milliseconds until each edit was stored. */
  readonly edits: readonly number[];
  /** Milliseconds from then until the overview was read with it. */
  readonly visible: readonly number[];
  /** Why edits were not stored or not visible. */
  readonly failures: readonly string[];
}
/** Longer than this nobody waits for an edit. */
const mostMs = 60_000;

/** @returns the milliseconds until the overview is of this revision */
async function waitForRevision(url: string, revision: number): Promise<number> {
  const from = performance.now();
  const readRevision = async (): Promise<number> =>
    (JSON.parse(await readText(`${url}${answers.overview}`)) as Overview).revision;
  while ((await readRevision()) < revision) {
    if (performance.now() - from > mostMs)
      throw new Error(`An edit was not on the overview after ${mostMs / 1000} s.`);
    await sleep(10);
  }
  return performance.now() - from;
}

/** Edits a project each second until `isOver`. */
export async function editEachSecond(
  url: string,
  projects: number,
  isOver: () => boolean,
): Promise<EditTimes> {
  const [edits, visible, failures]: [number[], number[], string[]] = [[], [], []];
  const reads: Promise<unknown>[] = [];
  const fail = (error: unknown): void => void failures.push(String(error));
  while (!isOver()) {
    const from = performance.now();
    try {
      const { ms, revision } = await editProject(url, projects);
      edits.push(ms);
      reads.push(waitForRevision(url, revision).then((time) => visible.push(time), fail));
    } catch (error) {
      fail(error);
    }
    await sleep(Math.max(0, 1000 - (performance.now() - from)));
  }
  await Promise.all(reads);
  return { edits, visible, failures };
}
