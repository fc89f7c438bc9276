/** Caches values up to a total size in bytes. Above it, it drops the least recently used values. */
export class SizedCache<T> {
  readonly #values = new Map<string, { readonly value: T; readonly size: number }>();
  readonly #most: number;
  #size = 0;
  constructor(most: number) {
    this.#most = most;
  }

  get count(): number {
    return this.#values.size;
  }
  get size(): number {
    return this.#size;
  }

  get(key: string): T | undefined {
    const cachedValue = this.#values.get(key);
    if (cachedValue === undefined) return undefined;
    this.#values.delete(key);
    this.#values.set(key, cachedValue);
    return cachedValue.value;
  }

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
