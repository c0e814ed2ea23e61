/** File at the top of every folder that the tool writes a site, or a part of one, to. */
export const SITE_MARKER = 'interlinear.json';
/** Text that the file holds. */
export const SITE_GENERATOR = '"generator":"interlinear"';
/** Where a finished site lists its own files. The list does not name itself. */
export const PUBLISH_FILE = 'publish.json';
