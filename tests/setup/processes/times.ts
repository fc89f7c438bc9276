/** Measures how long work takes. @returns the time in ms */
export async function measureTime(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/**
 * Repeats a measurement until it is below a limit, ten times at most. A busy machine only adds to a
 * time, so one time below the limit shows that the product needs no more.
 *
 * @param limit - in ms
 * @param measure - measures the time of a round, from 0, in ms
 * @returns the least time in ms
 */
export async function findLeastTime(
  limit: number,
  measure: (round: number) => Promise<number>,
): Promise<number> {
  let least = Infinity;
  for (let round = 0; round < 10 && least >= limit; round += 1)
    least = Math.min(least, await measure(round));
  return least;
}

/**
 * Reads the time that processors have spent on this process, in ms. Unlike time itself it does not
 * pass while a busy machine does other work.
 */
export function readProcessorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
