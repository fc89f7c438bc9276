/** An object type in which keys that may be undefined are optional and never hold undefined. */
type Compact<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/**
 * Removes the keys of an object whose value is undefined.
 * @returns a new object with the other keys, in their order
 */
export function compact<const T extends object>(values: T): Compact<T> {
  const result: Record<string, unknown> = {};
  // without the list of `Object.entries`: it is called a million times for a large register
  for (const key in values) {
    const value: unknown = values[key];
    if (value !== undefined) result[key] = value;
  }
  return result as Compact<T>;
}
