/** File at the top of every folder that the tool writes a site, or a part of one, to. */
export const SITE_MARKER = 'interlinear.json';
/** Text that the file holds. */
export const SITE_GENERATOR = '"generator":"interlinear"';
