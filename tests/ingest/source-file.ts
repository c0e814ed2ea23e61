import type { SourceFile } from '../../src/model/article.ts';

export function sourceFile(text: string, path = 'guide.md'): SourceFile {
  return { locale: 'de-de', path, file: `de-de/${path}`, text };
}
