import { createContext } from 'react';

/**
 * Tells the part of a page that contains a control that this control changes the address now. A
 * part that follows the address later then follows this change at once.
 */
export const OwnChange = createContext<() => void>(() => undefined);
