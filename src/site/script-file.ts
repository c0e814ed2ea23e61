import { isServed } from 'virtual:interlinear';

/**
 * Attributes of the element that runs a script which is bundled into one file by itself, so that nothing it needs is
 * found only when it runs. Not bundled, the script is a module.
 * @param url what Vite says of the file with `?worker&url`
 */
export function scriptFile(url: string): { readonly src: string; readonly type?: string } {
  return isServed ? { type: 'module', src: url.split('?', 1)[0] ?? url } : { src: url };
}
