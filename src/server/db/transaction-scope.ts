import { compact } from '#domain/values/compact.ts';
import type { Db, Trx } from './db.ts';

/** Knows, for all that a piece of work does, the transaction that it is part of; on Node an AsyncLocalStorage. */
export interface TransactionScope {
  getStore(): Trx | undefined;
  run<T>(trx: Trx, work: () => T): T;
}

/** The store as work sees it that may be part of a transaction: then all that it reads and writes is of that one. */
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

/** The store for work that only reads what takes the same time in a register of any size. */
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
