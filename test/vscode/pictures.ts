import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { repository } from './repository';

/** The themes that pictures are taken in, and how a window shows that it has one. */
export const themes = {
  dark: { setting: 'Dark Modern', marker: 'vs-dark' },
  light: { setting: 'Light Modern', marker: 'vs' },
  contrast: { setting: 'Default High Contrast', marker: 'hc-black' },
} as const;

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
