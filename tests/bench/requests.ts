import { setTimeout as sleep } from 'node:timers/promises';
import { median, quantile } from './figures.ts';

/**
 * @returns the body of a response
 * @throws Error of a response that is no success
 */
export async function readText(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return response.text();
}

/**
 * @param code - the code at which a page deep in the list begins
 * @returns the cursor of that page, in the order of codes
 */
export async function findDeepCursor(url: string, code: string): Promise<string> {
  const page = await readText(`${url}/api/v1/projects?limit=1&sort=code`);
  const { nextCursor } = JSON.parse(page) as { nextCursor: string };
  const values = JSON.parse(Buffer.from(nextCursor, 'base64url').toString()) as unknown[];
  return Buffer.from(JSON.stringify(values.with(-1, code))).toString('base64url');
}

/**
 * Adds a project that has only a name and a stage.
 * @throws Error if it is not stored
 */
export async function addProject(url: string, code: string): Promise<void> {
  const response = await fetch(`${url}/api/v1/projects`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ code, stage: 'lead', facts: { name: code } }),
  });
  if (!response.ok) throw new Error(await response.text());
}

const [readers, pauseMs] = [20, 50];
export interface Reads {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** The slowest answer in ms, and its address. */
  readonly slowest: { readonly ms: number; readonly path: string };
  /** The requests without a success, each with its address and its status or error. */
  readonly failures: readonly string[];
}

/** Reads a response to its end. @returns its status if it is no success, or why none came */
async function findFailure(url: string): Promise<string | undefined> {
  try {
    const response = await fetch(url);
    await response.arrayBuffer();
    return response.ok ? undefined : String(response.status);
  } catch (error) {
    return String(error);
  }
}

/**
 * Lets 20 readers read all addresses in turn, with a pause of 50 ms after each answer.
 * @param isOver - whether a reader who has just read ends
 */
export async function readInTurn(
  url: string,
  paths: readonly string[],
  isOver: () => boolean,
): Promise<Reads> {
  const start = performance.now();
  const times: number[] = [];
  const failures: string[] = [];
  let slowest = { ms: 0, path: '' };
  const readOn = async (reader: number): Promise<void> => {
    for (let at = reader; !isOver(); at += 1) {
      const path = paths[at % paths.length] ?? '/';
      const from = performance.now();
      const failure = await findFailure(`${url}${path}`);
      const ms = performance.now() - from;
      if (failure === undefined) times.push(ms);
      else failures.push(`${path}: ${failure}`);
      if (ms > slowest.ms) slowest = { ms, path };
      await sleep(pauseMs);
    }
  };
  await Promise.all(Array.from({ length: readers }, (_, reader) => readOn(reader)));
  const ascending = times.toSorted((a, b) => a - b);
  return {
    perSecond: (times.length * 1000) / (performance.now() - start),
    p50: median(ascending),
    p99: quantile(ascending, 0.99),
    slowest,
    failures,
  };
}
