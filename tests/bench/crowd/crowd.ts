import { join } from 'node:path';
import { startServer } from '../../setup/processes/server.ts';
import { benchKeptAnswers } from './raw-peer.ts';
import { benchReads } from './reads.ts';
import { openLink } from './server.ts';
import { benchStreams } from './streams.ts';

/**
 * A crowd on one live link: reads, compared with a file of the same process and of nginx; kept
 * answers, compared with a raw Node server; then streams on a fresh server.
 */
export async function benchCrowd(): Promise<void> {
  for (const bench of [benchReads, benchKeptAnswers, benchStreams]) {
    const server = await startServer({
      node: ['--expose-gc', '--import', join(import.meta.dirname, '../count-queries.ts')],
    });
    try {
      await bench(server, await openLink(server));
    } finally {
      await server.stop();
    }
  }
}
