/** Whether the address is that of an invitation. */
export const isInvitation = (): boolean => location.pathname.replace(/\/+$/, '') === '/join';
/** Loads the address again, as whoever signed in or out meanwhile. */
export const loadAgain = (): void => location.reload();
/** Leaves for the overview, so that Back does not lead here again. */
export const leaveForHome = (): void => location.replace('/');
