import { AsyncLocalStorage } from 'node:async_hooks';
import { DefaultQueryExecutor } from 'kysely';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { measureIds } from '#domain/measures/measure-id.ts';
import { isTableName } from '#server/db/schema/table-names.ts';
import { isVersioned } from '#server/http/answers/change-store.ts';
import { openApi } from '../../setup/api/api.ts';
import { longAddresses, shortAddresses } from '../../setup/api/busy-store.ts';
import { engines } from '../../setup/api/stores.ts';

/** Stores the first set of an answer, in which all of its reads were collected. */
class RecordedReads extends AsyncLocalStorage<Set<string>> {
  first: Set<string> | undefined;
  override run<R, A extends unknown[]>(reads: Set<string>, work: (...a: A) => R, ...a: A): R {
    this.first ??= reads;
    return super.run(reads, work, ...a);
  }
}
const namesIn = (text: string): readonly string[] =>
  [...text.matchAll(/\b(?:from|join)\s+"?([a-z_]+)/g)]
    .map(([, name = '']) => name)
    .filter(isTableName);

const listed = Object.values({ ...shortAddresses, ...longAddresses });

describe.each(engines)('the queries of stored answers on $name', (engine) => {
  afterEach(() => vi.restoreAllMocks());
  test('depend on every query, and change with revisions only', async () => {
    const reads = new RecordedReads();
    const api = await openApi(engine, { reads });
    await api.send('POST', '/api/v1/projects', {
      body: { code: 'P0001', stage: 'lead', valid_from: '2021-02-01', facts: { name: 'First' } },
    });
    const { executeQuery } = DefaultQueryExecutor.prototype;
    const missed: string[] = [];
    let at = '';
    vi.spyOn(DefaultQueryExecutor.prototype, 'executeQuery').mockImplementation(function (
      this: DefaultQueryExecutor,
      query,
      ...more
    ) {
      const collected = reads.getStore();
      for (const name of namesIn(query.sql))
        if (collected?.has(name) === false) missed.push(`${at} reads ${name}`);
      return executeQuery.call(this, query, ...more);
    });
    let count = 0;
    for (const address of [...listed, ...measureIds.map((id) => `/api/v1/explanations/${id}`)]) {
      reads.first = undefined;
      at = address;
      const { status } = await api.send('GET', address);
      if (reads.first === undefined) continue;
      count += 1;
      if (status !== 200 && listed.includes(address)) missed.push(`${at} answers ${status}`);
      // a row of the list of revisions changes by an undo only, which is a revision
      for (const name of reads.first as Set<string>)
        if (!isVersioned(name) && name !== 'revision') missed.push(`${at} keeps ${name}`);
    }
    expect(missed).toEqual([]);
    expect(count).toBeGreaterThan(35);
    await api.close();
  });
});
