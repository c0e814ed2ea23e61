/**
 * What a page may load and run, for `<meta http-equiv>`: nothing inline, nothing from elsewhere but the pictures and
 * films of articles. Search compiles WebAssembly. Hosts can add to it with a header, not take away.
 */
export const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: https:",
  "media-src 'self' https:",
  "object-src 'none'",
  "frame-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
].join('; ');
