/**
 * Caches the results for the first `limit` texts: category and date columns repeat a few hundred
 * texts over long files.
 */
export function memoise<R>(read: (text: string) => R, limit = 5000): (text: string) => R {
  const known = new Map<string, R>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const result = read(text);
    if (known.size < limit) known.set(text, result);
    return result;
  };
}
