import { expect, test } from 'vitest';
import { collectReads, collectReadsIn } from '#server/db/read-scope.ts';
import { ChangeLog } from './change-log.ts';
import { AnswerCache } from './answer-cache.ts';

const answerOf = (revision: number) => ({
  bytes: new TextEncoder().encode(JSON.stringify({ revision })),
  type: 'application/json',
});
const nothing = { tables: new Set<string>(), codes: new Set<string>(), revisions: [] };
const textOf = (answer: Awaited<ReturnType<AnswerCache['find']>>): string =>
  new TextDecoder().decode(answer?.answer.bytes);

test('an answer does not name an earlier revision for a request that began before the last change', async () => {
  let reads: Set<string> | undefined;
  collectReadsIn({
    getStore: () => reads,
    run: (reader, work) => {
      reads = reader;
      return work();
    },
  });
  expect((await collectReads(async () => 1)).reads).toEqual(new Set());
  const answers = new AnswerCache(new ChangeLog(async () => nothing), () => true);
  await answers.find('key', 1);
  await answers.find('key', 2);
  await answers.make('key', 2, async () => ({ answer: answerOf(2), atRevision: answerOf }));
  expect(textOf(await answers.find('key', 1))).toBe('{"revision":2}');
  expect(textOf(await answers.find('key', 3))).toBe('{"revision":3}');
});
