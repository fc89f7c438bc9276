/**
 * Does work for each element in order, and begins with the next element while the work for the last
 * one still runs. So this process prepares rows while a database stores others.
 * @throws the error that came first, once no work runs any more: in one transaction the errors after
 * it only repeat that there was one
 */
export async function overlap<T>(
  elements: AsyncIterable<T>,
  work: (element: T) => Promise<void>,
): Promise<void> {
  let last: Promise<void> = Promise.resolve();
  const errors: unknown[] = [];
  try {
    for await (const element of elements) {
      const former = last;
      last = work(element);
      last.catch((error: unknown) => errors.push(error));
      await former;
    }
    await last;
  } catch (error) {
    const [first = error] = errors;
    await last.catch(() => undefined);
    throw first;
  }
}
