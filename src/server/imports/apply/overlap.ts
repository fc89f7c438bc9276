/**
 * Does work for each element in order, and begins with the next element while the work for the last
 * one still runs. So this process prepares rows while a database stores others.
 * @throws the first error, once no work runs any more
 */
export async function overlap<T>(
  elements: AsyncIterable<T>,
  work: (element: T) => Promise<void>,
): Promise<void> {
  let last: Promise<void> = Promise.resolve();
  try {
    for await (const element of elements) {
      const former = last;
      last = work(element);
      // its error is thrown below, after that of the work before it
      last.catch(() => undefined);
      await former;
    }
  } catch (error) {
    await last.catch(() => undefined);
    throw error;
  }
  await last;
}
