/**
 * The page that opens a link. The secret is after the #, so that no request line, log or Referer
 * holds it.
 */
export const sharedPage = '/s';
/** The public id of a link: 80 random bits that grant nothing. */
export const linkIdPattern = /^[a-z2-7]{16}$/;
/** Makes the path of the page of a link from its public id. */
export const linkPagePath = (id: string): string => `${sharedPage}/${id}`;
/** The endpoint that exchanges the secret of a link for a session of its reader. */
export const openSharedPath = '/api/v1/shared/open';
/**
 * The page of one figure inside another site. The link's public id is in the query, the secret
 * after the #.
 */
export const embedPage = '/e';
/** The picture of the product, which messengers show with the address of a link. */
export const productPicture = '/preview.png';
/** The script that sets the height of frames with figures. Pages of other sites load it. */
export const embedScript = '/embed.js';

export const linkStates = ['live', 'paused', 'ended', 'expired'] as const;
export type LinkState = (typeof linkStates)[number];
/** The downloads of a reader: nothing, pictures, or pictures and data. */
export const exportRights = ['none', 'pictures', 'data'] as const;
export type ExportRight = (typeof exportRights)[number];
/** Why a link is paused: by a person, or because its owner lost the right to share. */
export const pauseReasons = ['chosen', 'owner'] as const;
export type PauseReason = (typeof pauseReasons)[number];

/** The views that can be shared, by their page. */
export const sharedViews = [
  'overview',
  'pipeline',
  'changes',
  'projects',
  'charts',
  'outlook',
] as const;
export type SharedPage = (typeof sharedViews)[number];
/** The files of the list of projects of a link. */
export const sharedLists = ['projects.csv', 'projects.xlsx'] as const;
/** The sums that a warning can name, besides those of a stage. */
export const warnedSums = ['established', 'pipeline', 'total'] as const;
