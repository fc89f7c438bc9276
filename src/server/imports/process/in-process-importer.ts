import { createRejection } from '#server/imports/read/failure.ts';
import { limits } from '#server/imports/read/limits.ts';
import { makePlan } from '#server/imports/plan/make-plan.ts';
import { readTargetRows } from '#server/imports/targets/read-target-rows.ts';
import type { FileBytes, ImportHost, OpenPlan } from '#server/imports/import-plan.ts';

/** Collects the bytes of a file, at most the limit of a text file. */
async function collect(source: FileBytes): Promise<Uint8Array> {
  if (source instanceof Uint8Array) return source;
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const bytes of source) {
    size += bytes.length;
    if (size > limits.csvBytes)
      throw createRejection('file_too_large', { limit: limits.csvBytes / 1024 / 1024 });
    pieces.push(bytes);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const bytes of pieces) {
    whole.set(bytes, at);
    at += bytes.length;
  }
  return whole;
}

/**
 * Imports on the calling thread, yielding to the event loop between steps: for tests and for the
 * worker in the browser.
 */
export const inProcess: ImportHost = {
  run: async (bytes, request, { onProgress, signal }): Promise<OpenPlan> => {
    const { plan, projects, ...more } = await makePlan(
      { ...request, bytes: await collect(bytes) },
      async (progress) => {
        onProgress?.(progress);
        await new Promise((resolve) => setTimeout(resolve));
        signal?.throwIfAborted();
      },
    );
    return {
      plan,
      ...more,
      async *pieces() {
        yield* projects.pieces();
      },
      close: () => undefined,
    };
  },
  readTargets: async (bytes) => readTargetRows(await collect(bytes)),
};
