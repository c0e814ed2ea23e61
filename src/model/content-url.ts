/** Scheme before a URL of the content while another renderer handles it, so that it is left as it is. */
export const CONTENT_URL = 'content-url:';
