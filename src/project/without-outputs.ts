import type { FolderListing, Host } from '../model/host.ts';
import { SITE_GENERATOR, SITE_MARKER } from '../model/site-marker.ts';

/** The same listing without the folders that the tool has written: with `--content .`, sites and their parts lie in it. */
export function withoutOutputs(host: Host, root: string, listing: FolderListing): FolderListing {
  const outputs = listing.files.filter((path) => path.endsWith(`/${SITE_MARKER}`) && isMarker(host, `${root}/${path}`)).map((path) => path.slice(0, -SITE_MARKER.length));
  if (outputs.length === 0) return listing;
  const isContent = (path: string): boolean => !outputs.some((folder) => path.startsWith(folder));
  return { files: listing.files.filter(isContent), refused: listing.refused.filter(({ path }) => isContent(path)) };
}

function isMarker(host: Host, file: string): boolean {
  const read = host.readText(file);
  return read.kind === 'text' && read.text.includes(SITE_GENERATOR);
}
