const mostTexts = 5000;
/**
 * Caches the results for the first 5,000 texts. Columns of categories and dates repeat a few
 * hundred texts in long files.
 */
export function memoise<R>(read: (text: string) => R): (text: string) => R {
  const results = new Map<string, R>();
  return (text) => {
    const value = results.get(text);
    if (value !== undefined) return value;
    const result = read(text);
    if (results.size < mostTexts) results.set(text, result);
    return result;
  };
}
