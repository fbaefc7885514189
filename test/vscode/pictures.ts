import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { repository } from './repository';

/** The themes that pictures are taken in: what the system would prefer, and how a window shows that it follows. */
export const themes = {
  dark: { prefers: { colorScheme: 'dark', forcedColors: 'none' }, marker: 'vs-dark' },
  light: { prefers: { colorScheme: 'light', forcedColors: 'none' }, marker: 'vs' },
  contrast: { prefers: { colorScheme: 'dark', forcedColors: 'active' }, marker: 'hc-black' },
} as const;

/** User settings under which a window follows what the system prefers, without delay and in the middle of anything. */
export const themeSettings: Readonly<Record<string, unknown>> = {
  'window.autoDetectColorScheme': true,
  'window.autoDetectHighContrast': true,
  'workbench.preferredDarkColorTheme': 'Dark Modern',
  'workbench.preferredLightColorTheme': 'Light Modern',
  'workbench.preferredHighContrastColorTheme': 'Default High Contrast',
};

/** The name of a theme for pictures. */
export type Theme = keyof typeof themes;

/**
 * Where a picture is written: REDIS_ENVIRONMENTS_SCREENSHOTS is a folder, or `1` for the folder of the README's
 * pictures; without it, a folder for temporary files.
 */
export function pictureFile(name: string, theme: Theme): string {
  const wanted = process.env['REDIS_ENVIRONMENTS_SCREENSHOTS'];
  const folder = wanted === '1' ? join(repository, 'client/media/screens') : wanted;
  const file = `${name}${theme === 'dark' ? '' : `-${theme}`}.png`;
  return resolve(folder || join(tmpdir(), 'redis-environments-pictures'), file);
}

/** A script that resolves in the page when nothing moves any more: a toast fades in for half a second. */
export const settled = `Promise.all(document.getAnimations()
  .filter((animation) => animation.effect.getComputedTiming().endTime !== Infinity)
  .map((animation) => animation.finished.catch(() => undefined)))`;
