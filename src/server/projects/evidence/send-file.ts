import type { EvidenceType } from '#domain/projects/evidence.ts';
import type { Source } from '#server/db/db.ts';
import { attachment } from '#server/http/file-name.ts';
import { fromBase64, hashSha256 } from '#server/core/binary/base64.ts';
import { mediaTypes } from './file-type.ts';
import { evidenceContent } from './store.ts';

interface StoredFile {
  readonly name: string;
  readonly type: EvidenceType;
  readonly sha256: string;
}

/**
 * Sends the bytes of a stored file as a download that browsers never display.
 *
 * @throws Error if its bytes are missing or were altered
 */
export async function sendStoredFile(source: Source, { name, type, sha256 }: StoredFile) {
  const content = await evidenceContent(source, sha256);
  if (content === undefined) throw new Error(`the bytes of ${sha256} are missing`);
  const bytes = fromBase64(content);
  if ((await hashSha256(bytes)) !== sha256) throw new Error(`the bytes of ${sha256} were altered`);
  const dot = name.lastIndexOf('.');
  return {
    bytes,
    type: mediaTypes[type],
    headers: {
      'content-disposition': attachment([name.slice(0, dot)], name.slice(dot + 1).toLowerCase()),
      // whatever the file contains, it must not run scripts or access this site
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'cache-control': 'private, no-store',
    },
  };
}
