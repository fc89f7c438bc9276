const choiceKey = 'headway.shortcuts';
/** Single-key shortcuts can be turned off (WCAG 2.1.4). */
export function shortcutsOn(): boolean {
  try {
    return localStorage.getItem(choiceKey) !== 'off';
  } catch {
    return true;
  }
}
export function keepShortcuts(on: boolean): void {
  try {
    if (on) localStorage.removeItem(choiceKey);
    else localStorage.setItem(choiceKey, 'off');
  } catch {
    // the browser stores nothing: shortcuts stay on
  }
}
