import { compact } from '#domain/values/compact.ts';
import type { Db, Trx } from './db.ts';

/** Holds the running transaction of asynchronous work. On Node it is an AsyncLocalStorage. */
export interface TransactionScope {
  getStore(): Trx | undefined;
  run<T>(trx: Trx, work: () => T): T;
}

/**
 * Makes a store for work that may run in a transaction. Within one, it reads and writes only in
 * that transaction.
 */
export const scopeDb = (db: Db, scope: TransactionScope): Db => ({
  engine: db.engine,
  durability: db.durability,
  ...compact({ url: db.url }),
  get read() {
    return scope.getStore() ?? db.read;
  },
  get short() {
    return scope.getStore() ?? db.short;
  },
  write(work) {
    const trx = scope.getStore();
    return trx === undefined ? db.write(work) : work(trx);
  },
  standAside: (work) => db.standAside(work),
  close: () => db.close(),
});

/** Makes a store whose reads use the connection of short reads. */
export const shortReads = (db: Db): Db => ({
  engine: db.engine,
  durability: db.durability,
  ...compact({ url: db.url }),
  get read() {
    return db.short;
  },
  get short() {
    return db.short;
  },
  write: (work) => db.write(work),
  standAside: (work) => db.standAside(work),
  close: () => db.close(),
});
