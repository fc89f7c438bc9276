import { DefaultQueryExecutor } from 'kysely';

// Loaded before the server (--import). Counts its queries, and prints the count and its memory at
// SIGUSR2.
let queries = 0;
const { executeQuery } = DefaultQueryExecutor.prototype;
DefaultQueryExecutor.prototype.executeQuery = function executeAndCount(
  this: DefaultQueryExecutor,
  ...parameters: Parameters<typeof executeQuery>
) {
  queries += 1;
  return executeQuery.apply(this, parameters);
} as typeof executeQuery;
process.on('SIGUSR2', () => {
  (globalThis as { gc?: () => void }).gc?.();
  console.log(
    JSON.stringify({
      bench: { queries, rss: process.memoryUsage().rss, heap: process.memoryUsage().heapUsed },
    }),
  );
});
