// Files from and to the server. The first view needs none, so they stand apart from `transport.ts`.
import { compact } from '#domain/values/compact.ts';
import type { ReplyOf } from '#contract/endpoints.ts';
import type { Endpoint } from '#contract/core/endpoint.ts';
import { buildPath } from '#contract/core/path.ts';
import { ProblemError } from '#web/data/problem-error.ts';
import { answerWithinMs, isNetwork, readAnswer, send } from '#web/data/transport.ts';

/** Loads a response that is not JSON. The second signal is a time limit. */
async function fileAnswer(
  path: string,
  signal: AbortSignal | undefined,
  limit?: AbortSignal,
): Promise<Response> {
  const signals = [signal, limit].filter((one) => one !== undefined);
  const response = await send(
    new Request(new URL(path, location.origin), { signal: AbortSignal.any(signals) }),
  ).catch((error: unknown) => {
    if (signal?.aborted === true) throw error;
    throw new ProblemError(limit?.aborted === true ? 'timeout' : 'offline', 0);
  });
  if (!response.ok) await readAnswer(response.status, await response.text());
  return response;
}
/**
 * Loads a picture or a file from an address of the API.
 *
 * @throws ProblemError, and nothing else unless the caller cancelled
 */
export async function callFile(path: string, signal?: AbortSignal): Promise<Blob> {
  return (await fileAnswer(path, signal, AbortSignal.timeout(answerWithinMs * 2))).blob();
}
/**
 * Loads a document with its file name. There is no time limit: a large document arrives as it is
 * written.
 *
 * @throws ProblemError, and nothing else unless the caller cancelled
 */
export async function callDocument(path: string, signal: AbortSignal): Promise<File> {
  const response = await fileAnswer(path, signal);
  const name = /filename\*=UTF-8''([^;]+)/.exec(
    response.headers.get('content-disposition') ?? '',
  )?.[1];
  const bytes = await response.blob().catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw new ProblemError('offline', 0);
  });
  return new File([bytes], decodeURIComponent(name ?? 'headway'), { type: bytes.type });
}
/** Reads the text of a file of the server. @throws ProblemError where it fails */
export const callText = async (path: string): Promise<string> => (await callFile(path)).text();

export interface UploadOptions {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** Gets the share sent, 0–1. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal | undefined;
}
/**
 * Uploads a file as the part `file`. There is no time limit while bytes move.
 *
 * @throws ProblemError
 */
export async function upload<E extends Endpoint>(
  endpoint: E,
  file: File,
  { params = {}, query, onProgress, signal }: UploadOptions = {},
): Promise<ReplyOf<E>> {
  const form = new FormData();
  form.append('file', file, file.name);
  const url = new URL(buildPath(endpoint, params, query), location.origin);
  if (!isNetwork()) {
    const response = await send(
      new Request(url, {
        method: endpoint.method,
        body: form,
        ...compact({ signal: signal ? signal : undefined }),
      }),
    ).catch(() => {
      throw new ProblemError('offline', 0);
    });
    onProgress?.(1);
    return (await readAnswer(response.status, await response.text())) as ReplyOf<E>;
  }
  return new Promise<ReplyOf<E>>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(endpoint.method, url);
    request.setRequestHeader('accept', 'application/json');
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress?.(event.loaded / event.total);
    };
    request.upload.onload = () => onProgress?.(1);
    request.onload = () => {
      readAnswer(request.status, request.responseText).then(
        (data) => resolve(data as ReplyOf<E>),
        reject,
      );
    };
    request.onerror = () => reject(new ProblemError('offline', 0));
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}
