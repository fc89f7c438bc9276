/**
 * Version of the rules by which figures are made from records. Raise it whenever the same records
 * give other figures: a frozen link stores the version of its figures.
 */
export const figureRules = 4;
