const positionBits = 24;
const mostPositions = 2 ** positionBits;
const firstRoom = 1024;

/** Mixes the bits of a 32-bit hash (the last step of MurmurHash3). @returns 32 bits, signed */
export function mixBits(hash: number): number {
  let bits = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2_b2_ae_35);
  return bits ^ (bits >>> 16);
}

/** Two hashes of a text, each of 32 bits, signed. */
export function hashTwice(text: string): readonly [number, number] {
  let [a, b] = [0x51_ed_27_0b, 0x2f_6e_2b_1d];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 0x01_00_01_93);
    b = Math.imul(b + unit, 0x85_eb_ca_6b) ^ (b >>> 15);
  }
  return [mixBits(a), mixBits(b ^ text.length)];
}

/**
 * Finds the positions whose texts have the same 40 bits of a hash. An entry takes eight bytes, so
 * that a million projects fit beside the server. Texts of one group may still differ.
 */
export class HashGroups {
  #entries = new BigUint64Array(firstRoom);
  #words = new Uint32Array(this.#entries.buffer);
  #length = 0;

  /** @throws RangeError at more than 16 million positions */
  add(position: number, [a, b]: readonly [number, number]): void {
    if (position >= mostPositions) throw new RangeError('too many projects to compare');
    if (this.#length === this.#entries.length) {
      // frees the former buffer at once, which the collector would see much later
      const larger = this.#entries.buffer.transfer(this.#entries.byteLength * 2);
      this.#entries = new BigUint64Array(larger);
      this.#words = new Uint32Array(larger);
    }
    this.#words[this.#length * 2] = (b << positionBits) | position;
    this.#words[this.#length * 2 + 1] = a;
    this.#length += 1;
  }

  clear(): void {
    this.#length = 0;
  }

  /** Finds the positions whose texts have one of these hashes. */
  find(hashes: readonly (readonly [number, number])[]): number[] {
    const keys = new Set(hashes.map(([a, b]) => (a >>> 0) * 256 + (b & 255)));
    if (keys.size === 0) return [];
    const positions: number[] = [];
    for (let index = 0; index < this.#length; index += 1)
      if (keys.has(this.#hashAt(index))) positions.push(this.#at(index));
    return positions;
  }

  /** Lists the groups of at least two different positions, each in ascending order. */
  *list(): Generator<number[]> {
    this.#entries.subarray(0, this.#length).sort();
    for (let from = 0; from < this.#length; ) {
      const hash = this.#hashAt(from);
      const group = [this.#at(from)];
      let to = from + 1;
      for (; to < this.#length && this.#hashAt(to) === hash; to += 1)
        if (this.#at(to) !== group.at(-1)) group.push(this.#at(to));
      if (group.length > 1) yield group;
      from = to;
    }
  }

  #at(index: number): number {
    return (this.#words[index * 2] ?? 0) & (mostPositions - 1);
  }
  /** @returns 40 bits */
  #hashAt(index: number): number {
    return (
      (this.#words[index * 2 + 1] ?? 0) * 256 + ((this.#words[index * 2] ?? 0) >>> positionBits)
    );
  }
}
