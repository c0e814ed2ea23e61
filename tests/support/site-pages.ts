/** Kinds of pages of the project's own site, by the address below a locale. */
export const LOCAL_PAGES: Readonly<Record<string, string>> = {
  home: '',
  article: 'quality/validate/',
  'article in two languages': 'format/segments/',
  'article with every extension': 'format/docs-extensions/',
  'article with a stale translation': 'publish/missing-and-stale/',
  'section listing': 'format/',
  'not found': 'no/such/page/',
};

/** Pages that every site has once. */
export const SHARED_PAGES: Readonly<Record<string, string>> = {
  root: '/',
  'list of checks': '/checks/',
  'a check': '/checks/unbalanced-span/',
  'article that is not translated': '/ar-sa/publish/continuous-integration/',
};
