import type { KyselyPlugin } from 'kysely';
import type { Db } from '#server/db/db.ts';

/** Makes a store that runs a function before each of its reads. The function may throw. */
export function watchQueries(db: Db, onQuery: () => void): Db {
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      onQuery();
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  return { ...db, read: db.read.withPlugin(plugin), short: db.short.withPlugin(plugin) };
}
