import { freeBytes } from '#server/imports/packing/free-bytes.ts';

/** Lists the pieces of bytes in order, at least one. */
export function* slicePieces(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length || at === 0; at += size) yield bytes.subarray(at, at + size);
}

/**
 * Lists the pieces of bytes in order, at least one, and frees each after its use. It moves them out
 * of their buffer from the end, so that the file is never in memory twice. A buffer that cannot
 * shrink stays as it is.
 */
export function* takePieces(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  const { buffer, byteOffset, byteLength } = bytes;
  const canShrink =
    buffer instanceof ArrayBuffer &&
    buffer.resizable &&
    byteOffset === 0 &&
    byteLength === buffer.byteLength;
  if (!canShrink || byteLength === 0) {
    yield* slicePieces(bytes, size);
    return;
  }
  const pieces: Uint8Array[] = [];
  for (let at = Math.floor((byteLength - 1) / size) * size; at >= 0; at -= size) {
    pieces.push(new Uint8Array(buffer.slice(at)));
    buffer.resize(at);
  }
  for (let piece = pieces.pop(); piece !== undefined; piece = pieces.pop()) {
    yield piece;
    freeBytes(piece);
  }
}
