export const LOOKS = ['system', 'light', 'dark'] as const;
export type Look = (typeof LOOKS)[number];

const KEY = 'handcarry.look';

/** The look chosen on this computer; a browser that keeps nothing shows the system's. */
export function lookNow(): Look {
  try {
    const kept = localStorage.getItem(KEY);
    return LOOKS.find((look) => look === kept) ?? 'system';
  } catch {
    return 'system';
  }
}

export function showLook(look: Look = lookNow()): void {
  if (look === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = look;
}

export function chooseLook(look: Look): void {
  showLook(look);
  try {
    if (look === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, look);
  } catch {
    // Storage is switched off: the look holds until the tab is closed.
  }
}
