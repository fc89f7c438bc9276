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
  for (const [key, value] of Object.entries(values)) if (value !== undefined) result[key] = value;
  return result as Compact<T>;
}
