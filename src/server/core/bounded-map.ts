/** A map of limited size. Above its limit it drops the entry that was set first. */
export class BoundedMap<K, V> extends Map<K, V> {
  readonly #max: number;
  constructor(max: number) {
    super();
    this.#max = max;
  }

  /** Sets an entry as the newest. */
  override set(key: K, value: V): this {
    this.delete(key);
    super.set(key, value);
    const oldest = this.keys().next();
    if (this.size > this.#max && oldest.done !== true) this.delete(oldest.value);
    return this;
  }
}

/** Caches promises. A promise that rejects is dropped, so that the next call tries again. */
export class PromiseCache<T> {
  readonly #promises: BoundedMap<string, Promise<T>>;
  constructor(max: number) {
    this.#promises = new BoundedMap(max);
  }

  /** Gets the promise of a key, or makes it. */
  getOrMake(key: string, make: () => Promise<T>): Promise<T> {
    const pending = this.#promises.get(key);
    const promise = pending ?? make();
    this.#promises.set(key, promise);
    if (pending === undefined) promise.catch(() => this.#promises.delete(key));
    return promise;
  }
}
