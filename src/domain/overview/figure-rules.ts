/**
 * Version of the rules by which figures are made from the records: raised whenever the same records give other figures. A frozen
 * link names the version that made its figures.
 */
export const figureRules = 3;
