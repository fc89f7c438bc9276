/**
 * An object type whose keys that may be undefined are optional, and never undefined where they
 * stand.
 */
type Compact<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/**
 * Leaves out the keys of an object whose value is undefined.
 * @returns a new object with the other keys, in their order
 */
export function compact<const T extends object>(values: T): Compact<T> {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(values)) if (value !== undefined) kept[key] = value;
  return kept as Compact<T>;
}
