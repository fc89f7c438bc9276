/** Where a line of Japanese may end: after a particle, before and after the unit. */
const lineEnd = /(?<=を)|(?=ポイント)|(?<=ポイント)/;

/** Splits the words of `pointsText` where a narrow line may end. Other languages have spaces. */
export const splitPoints = (text: string): readonly string[] => text.split(lineEnd);
