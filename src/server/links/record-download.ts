import type { AppDeps } from '#server/core/deps.ts';
import { recordEvent } from '#server/audit/store.ts';
import { addLinkDownload } from './download-store.ts';
import type { StoredLink } from './store.ts';

interface Download {
  readonly link: StoredLink;
  /** The file below the address of the link, as `charts/targets.csv`. */
  readonly file: string;
  readonly request: Request;
  readonly response: Response;
}

/**
 * Counts a download through a link before the file is sent. The audit log has one entry for each file and day, so that repeated
 * downloads do not fill it. A file that the browser has already, and one that is refused, is no download.
 */
export async function noteDownload(
  { db, clock }: AppDeps,
  { link, file, request, response }: Download,
): Promise<void> {
  if (request.method !== 'GET' || response.status !== 200) return;
  const at = clock().toISOString();
  await db.write(async (trx) => {
    const isFirst = await addLinkDownload(trx, { link: link.id, file, at });
    if (isFirst)
      await recordEvent(trx, {
        at,
        actor: { name: '?' },
        kind: 'link_downloaded',
        object: link.name,
        detail: { file },
      });
  });
}
