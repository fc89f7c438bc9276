import { connect, type OpenOptions } from '#server/db/connect.ts';
import type { Db } from '#server/db/db.ts';
import { migrate } from './migration-store.ts';

/**
 * Opens a store on these dialects and brings its tables up to date.
 * @throws a damage error for a corrupt store; Error for a store of a newer version
 */
export const openOn = (options: OpenOptions): Promise<Db> =>
  connect(options, (trx) => migrate(trx, options.engine));
