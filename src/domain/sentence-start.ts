/** Words that stand alone at the start of a line begin with a capital; Chinese and Japanese have none, and stay. */
export const sentenceStart = (words: string): string => {
  const [first = ''] = words;
  return first.toLocaleUpperCase('en') + words.slice(first.length);
};
