import type { Endpoints } from '#contract/endpoints.ts';
import { mostAnswerFileBytes } from '#contract/requests/constants.ts';
import { mostEvidenceBytes } from '#domain/projects/evidence.ts';
import { logoLimits } from '#domain/zone/report/report-logo.ts';
import { mostValueFileBytes } from '#domain/months/value-evidence.ts';
import { problem } from '#server/core/problem.ts';

/** Largest JSON body and largest upload, in bytes. */
export const bodyLimits = { json: 1024 * 1024, upload: 50 * 1024 * 1024 } as const;
/** The largest table of targets in bytes. */
const mostTargetFileBytes = 5 * 1024 * 1024;
/**
 * Endpoints that take a file instead of JSON, with the largest body: the file and its multipart
 * headers.
 */
export const uploadLimits: Readonly<Partial<Record<keyof Endpoints, number>>> = {
  previewImport: bodyLimits.upload,
  previewTargets: mostTargetFileBytes,
  addEvidence: mostEvidenceBytes + 4096,
  addAnswerFile: mostAnswerFileBytes + 4096,
  addValueEvidence: mostValueFileBytes + 4096,
  addLogo: logoLimits.bytes + 4096,
};
const maxDepth = 20;

const tooLarge = (limit: number) =>
  problem(
    'too_large',
    `Send at most ${limit < 1024 * 1024 ? `${limit / 1024} kB` : `${(limit / 1024 / 1024).toFixed(0)} MB`}.`,
    {
      headers: { connection: 'close' },
    },
  );

/**
 * Wraps the body in a stream that fails beyond `limit` bytes, whatever Content-Length says.
 * @throws HttpProblem `too_large` if Content-Length exceeds the limit; the stream fails with it
 * beyond the limit
 */
export function limitBody(request: Request, limit: number): ReadableStream<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge(limit);
  let byteCount = 0;
  const count = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      byteCount += chunk.byteLength;
      if (byteCount > limit) controller.error(tooLarge(limit));
      else controller.enqueue(chunk);
    },
  });
  return (request.body ?? new Blob([]).stream()).pipeThrough(count);
}

/** Measures the deepest nesting of a JSON text before it is parsed. */
function measureDepth(json: string): number {
  let depth = 0;
  let deepest = 0;
  let inQuotes = false;
  for (let i = 0; i < json.length; i += 1) {
    const c = json[i];
    if (inQuotes) {
      if (c === '\\') i += 1;
      else if (c === '"') inQuotes = false;
    } else if (c === '"') inQuotes = true;
    else if (c === '{' || c === '[') deepest = Math.max(deepest, (depth += 1));
    else if (c === '}' || c === ']') depth -= 1;
  }
  return deepest;
}

/**
 * Reads a JSON body of well-formed UTF-8, at most 20 levels deep. Of duplicate keys the last one
 * counts.
 * @param limit - in bytes; 1 MB by default
 * @throws HttpProblem if the body is too large, no UTF-8, no JSON, empty or too deep
 */
export async function readJson(
  request: Request,
  limit: number = bodyLimits.json,
): Promise<unknown> {
  const bytes = await new Response(limitBody(request, limit)).arrayBuffer();
  let json: string;
  try {
    json = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw problem('bad_json', 'Send the body in UTF-8.');
  }
  if (measureDepth(json) > maxDepth)
    throw problem('bad_json', `Send JSON of at most ${maxDepth} levels.`);
  try {
    return JSON.parse(json) as unknown;
  } catch {
    throw problem(
      'bad_json',
      json.trim() === ''
        ? 'Send a JSON body; this one is empty.'
        : 'Correct the body: it is not valid JSON.',
    );
  }
}

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}
/**
 * Reads the single part `file` of an upload. Its file name is a label and never a path.
 * @throws HttpProblem if the upload is too large or has other parts than one `file`
 */
export async function readUpload(
  request: Request,
  limit: number = bodyLimits.upload,
): Promise<UploadedFile> {
  const onePart = 'Send multipart/form-data with exactly one part named "file".';
  const body = limitBody(request, limit);
  const type = request.headers.get('content-type') ?? '';
  let form: FormData;
  try {
    form = await new Response(body, { headers: { 'content-type': type } }).formData();
  } catch (error) {
    throw isTooLarge(error) ? tooLarge(limit) : problem('bad_request', onePart);
  }
  const parts = [...form.entries()];
  const file = form.get('file');
  if (parts.length !== 1 || file === null || typeof file === 'string')
    throw problem('bad_request', onePart);
  return { name: cleanName(file.name), bytes: new Uint8Array(await file.arrayBuffer()) };
}
const isTooLarge = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && error.code === 'too_large') || isTooLarge(error.cause));
/**
 * Reduces a name to its last part, without control characters or lone surrogates, at most 200
 * characters.
 */
const cleanName = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? '')
    .toWellFormed()
    .replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '')
    .slice(0, 200) || 'file';
