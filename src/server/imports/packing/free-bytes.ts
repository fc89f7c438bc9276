/**
 * Frees bytes that nobody reads any more. The collector would free them much later, since it does
 * not count what is outside the heap. Bytes that share their buffer stay.
 */
export function freeBytes({ buffer, byteLength }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0);
}
