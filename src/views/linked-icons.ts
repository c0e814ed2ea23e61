import type { FrameIcon } from '../model/site.ts';

interface LinkedIcon {
  readonly rel: 'icon' | 'apple-touch-icon';
  readonly type: string;
  readonly size: number | undefined;
  readonly url: string;
}

/** Icons for `<head>`: SVG for browsers that draw it, one picture for those that do not, and one for home screens. The largest are for the manifest alone. */
export function linkedIcons(icons: readonly FrameIcon[]): LinkedIcon[] {
  const vector = icons.find(({ size }) => size === undefined);
  const pictures = icons.filter(({ size }) => size !== undefined).toSorted((a, b) => (a.size ?? 0) - (b.size ?? 0));
  const touch = pictures.find(({ size = 0, type }) => size >= 120 && type === 'image/png');
  const icon = (found: FrameIcon | undefined, rel: LinkedIcon['rel']): LinkedIcon[] => (found ? [{ rel, type: found.type, size: found.size, url: found.url }] : []);
  return [...icon(pictures[0], 'icon'), ...icon(vector, 'icon'), ...icon(touch, 'apple-touch-icon')];
}
