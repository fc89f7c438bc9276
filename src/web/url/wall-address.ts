/** Whether the address is that of a page on a wall screen, found without the code of all options. */
export const isWallAddress = (): boolean =>
  new URLSearchParams(location.search).get('view') === 'wall';
