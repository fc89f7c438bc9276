const minute = 60_000;
const openingsPerMinute = 30;
const mostBlocks = 50_000;

/**
 * Reduces an address to the block of one home or office: /24 of IPv4, /56 of IPv6. All other
 * addresses share one block.
 */
export function addressBlock(address: string | undefined): string {
  const [plain = ''] = (address ?? '')
    .toLowerCase()
    .replace(/^::ffff:(?=\d+\.)/, '')
    .split('%');
  const four = /^(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/.exec(plain)?.[1];
  if (four !== undefined) return four;
  if (!plain.includes(':')) return '';
  const [head = '', tail] = plain.split('::');
  const headParts = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const groups =
    tail === undefined
      ? headParts
      : [
          ...headParts,
          ...Array<string>(Math.max(0, 8 - headParts.length - right.length)).fill('0'),
          ...right,
        ];
  const [a = '0', b = '0', c = '0', d = '0'] = groups;
  return `${[a, b, c].map((group) => group.padStart(4, '0')).join('')}${d.padStart(4, '0').slice(0, 2)}`;
}

/** Limits attempts per key, such as a block of addresses: 30 a minute by default. */
export class AddressThrottle {
  readonly #tries = new Map<string, number[]>();
  readonly #now: () => number;
  readonly #most: number;
  constructor(now: () => number, most = openingsPerMinute) {
    this.#now = now;
    this.#most = most;
  }
  /** Counts an attempt. @returns the seconds to wait, or 0 within the limit */
  wait(block: string): number {
    const now = this.#now();
    const recent = (this.#tries.get(block) ?? []).filter((at) => at > now - minute);
    this.#tries.delete(block);
    if (recent.length >= this.#most) {
      this.#tries.set(block, recent);
      return Math.max(1, Math.ceil(((recent[0] ?? now) + minute - now) / 1000));
    }
    this.#tries.set(block, [...recent, now]);
    for (const oldest of this.#tries.keys()) {
      if (this.#tries.size <= mostBlocks) break;
      this.#tries.delete(oldest);
    }
    return 0;
  }
}
