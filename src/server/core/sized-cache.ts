/** Caches values up to a total size in bytes. Above it, it drops the least recently used values. */
export class SizedCache<T> {
  readonly #values = new Map<string, { readonly value: T; readonly size: number }>();
  readonly #most: number;
  #size = 0;
  constructor(most: number) {
    this.#most = most;
  }

  /** The number of values. */
  get count(): number {
    return this.#values.size;
  }
  /** The size of the values in bytes. */
  get size(): number {
    return this.#size;
  }

  /**
   * Returns a value and marks it as the last used one.
   * @returns undefined if it is unknown or was dropped
   */
  get(key: string): T | undefined {
    const cachedValue = this.#values.get(key);
    if (cachedValue === undefined) return undefined;
    this.#values.delete(key);
    this.#values.set(key, cachedValue);
    return cachedValue.value;
  }

  /**
   * Stores a value of a size in bytes, in place of the one of the same key. A value above the limit
   * is not kept.
   */
  put(key: string, value: T, size: number): void {
    this.delete(key);
    this.#size += size;
    this.#values.set(key, { value, size });
    for (const oldest of this.#values.keys()) {
      if (this.#size <= this.#most) return;
      this.delete(oldest);
    }
  }

  delete(key: string): void {
    this.#size -= this.#values.get(key)?.size ?? 0;
    this.#values.delete(key);
  }
}
