import { refused } from './failure.ts';
import { limits } from './limits.ts';
import { makePlan } from './make-plan.ts';
import type { ImportHost, Importer } from './plan.ts';

/** Does the work in the calling thread: tests, the command line, and inside a Web Worker. */
export const inProcess: ImportHost = { run: async (request, onProgress) => makePlan(request, onProgress) };

async function collect(source: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of source) {
    size += piece.length;
    if (size > limits.csvBytes) throw refused('file_too_large', { limit: limits.csvBytes / 1024 / 1024 });
    pieces.push(piece);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** An importer on a host. The name of a file is shown and never used as a path. */
export const createImporter = (host: ImportHost): Importer => ({
  preview: async (source, file, answers, known, options = {}) => {
    const bytes = source instanceof Uint8Array ? source : await collect(source);
    const name =
      file
        .replace(/[\u0000-\u001f\u007f]/g, '')
        .split(/[\\/]/)
        .at(-1)
        ?.slice(0, 200) || 'file';
    return host.run({ bytes, file: name, answers, known, language: options.language ?? 'zh-CN' }, options.onProgress);
  },
});
