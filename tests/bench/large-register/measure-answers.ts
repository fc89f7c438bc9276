import { addDays } from '#domain/values/date.ts';
import { compact } from '#domain/values/compact.ts';
import { codeAt } from '../api.ts';
import { memoryOf } from '../felt.ts';
import { rounds } from '../figures.ts';
import { readText } from '../requests.ts';
import type { RunningServer } from '../../setup/processes/server.ts';
import { answers, builtFile, pages, type Register } from './addresses.ts';
import type { Figure } from './aims.ts';
import { editProject } from './edits.ts';
import { commonWords, rareWords } from './register-rows.ts';
import { timeOnce, timeRounds } from './timed-reads.ts';

const listName = 'list, page 1';
const all = Object.entries({ ...answers, ...pages });
/** The aim of a reading: lists have one of their own. */
const aimOf = (name: string, limit: number): Pick<Figure, 'aim' | 'limit'> =>
  name === listName ? { aim: 'list', limit: 50 } : { aim: 'reads', limit };

/** Each address first after a start, then as the server keeps it, beside a file of the server. */
async function measureKept(url: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  const file = await timeRounds({ aim: 'reads', what: '' }, () => `${url}${builtFile}`);
  for (const [name, path] of all) {
    const first = { aim: 'reads', what: `${name}, first after a start`, isDetail: true } as const;
    figures.push(await timeOnce(first, `${url}${path}`));
    figures.push(
      await timeRounds(
        { ...aimOf(name, 100), what: `${name}, kept`, group: 'kept', peer: file.value },
        () => `${url}${path}`,
      ),
    );
  }
  return figures;
}

/** Each address after an edit: the first one moves the pages to its day. */
async function measureEdits(url: string, projects: number): Promise<Figure[]> {
  const figures: Figure[] = [];
  const edit = () => editProject(url, projects);
  await edit();
  for (const [name, path] of all)
    figures.push(
      await timeOnce(
        {
          ...aimOf(name, 1000),
          what: `${name}, after the first edit`,
          group: 'after a first edit',
        },
        `${url}${path}`,
      ),
    );
  for (const [name, path] of all)
    figures.push(
      await timeRounds(
        { ...aimOf(name, 1000), what: `${name}, after an edit`, group: 'after an edit' },
        () => `${url}${path}`,
        edit,
      ),
    );
  return figures;
}

/** Days that nobody has read yet: of the past, and comparisons with and without an edition. */
async function measureDays(url: string, { days }: Register): Promise<Figure[]> {
  const [first = '', second] = days;
  const changes = (from: string, to: string): string =>
    `${url}/api/v1/changes?from=${from}&to=${to}`;
  const limit = { aim: 'past', limit: 1000 } as const;
  const start = second ?? first;
  const figures = [
    await timeRounds(
      { ...limit, what: 'overview of a past day' },
      (round) => `${url}/api/v1/overview?as_of=${addDays(first, 1 + round * 3)}`,
    ),
    await timeRounds({ ...limit, what: 'what changed, no edition between' }, (round) =>
      changes(addDays(start, 1 + round), addDays(start, 11 + round)),
    ),
  ];
  if (second === undefined) return figures;
  const { total = 0 } = JSON.parse(await readText(changes(first, second))) as { total?: number };
  const between = await timeRounds(
    { ...limit, what: 'what changed, an edition between' },
    (round) => changes(addDays(first, 1 + round), addDays(second, 1 + round)),
  );
  return [...figures, { note: `${total} projects changed`, ...between }];
}

/** Searches for texts that nobody has searched yet, a different one in each round. */
async function measureSearches(url: string, { projects }: Register): Promise<Figure[]> {
  const middle = Math.floor(projects / 2);
  const codes = commonWords.map((_, at) => codeAt(middle + at * 1000).slice(0, 6));
  const searches: readonly (readonly [string, readonly string[]])[] = [
    ['two Han characters that all have', commonWords],
    ['two Han characters that few have', rareWords.map(([han]) => han)],
    ['beginning of a code', codes],
    ['kana', rareWords.map(([, , kana]) => kana)],
    ['pinyin', rareWords.map(([, pinyin]) => pinyin)],
  ];
  const figures: Figure[] = [];
  for (const [name, texts] of searches) {
    const addressOf = (round: number): string =>
      `${url}/api/v1/projects?limit=50&q=${encodeURIComponent(texts[round % texts.length] ?? '')}`;
    const figure = await timeRounds({ aim: 'search', what: name, limit: 100 }, addressOf);
    const { total } = JSON.parse(await readText(addressOf(0))) as { total?: number };
    figures.push({
      ...compact({ note: total === undefined ? undefined : `${total} found` }),
      ...figure,
    });
  }
  return figures;
}

/**
 * Answers of a server that has just started.
 * @param register - what an earlier server of the store said
 */
export async function measureAnswers(
  { url, pid }: RunningServer,
  register: Register,
): Promise<Figure[]> {
  const { deepPages } = register;
  return [
    ...(await measureKept(url)),
    ...(await measureEdits(url, register.projects)),
    await timeRounds(
      { aim: 'list', what: 'list, a page deep in it', limit: 50, note: 'another one each time' },
      (round) => `${url}${deepPages[round % deepPages.length]}`,
    ),
    ...(await measureSearches(url, register)),
    ...(await measureDays(url, register)),
    {
      aim: 'memory',
      what: 'after these answers',
      value: memoryOf(pid),
      most: memoryOf(pid, 'VmHWM'),
      unit: 'MB',
      limit: 500,
      note: `${rounds} rounds`,
    },
  ];
}
