import { compact } from '#domain/values/compact.ts';
import type { Db, Trx } from './db.ts';

/** The running transaction of a piece of work; on Node an AsyncLocalStorage. */
export interface TransactionScope {
  getStore(): Trx | undefined;
  run<T>(trx: Trx, work: () => T): T;
}

/**
 * Makes a store for work that may run in a transaction. It then reads and writes through that
 * transaction only.
 */
export const scoped = (db: Db, scope: TransactionScope): Db => ({
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

/** Makes a store for reads that take the same time in a register of any size. */
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
