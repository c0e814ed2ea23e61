import { html, render, trusted, type Html } from './html.ts';

/** A report of the command line: one page that needs no other file. In English, whatever the site's languages. */
export interface ReportDocument {
  readonly title: string;
  /** Style sheet; ours, never content's. */
  readonly styles: string;
  /** Value of a `Content-Security-Policy` that allows this page's own style and script and nothing else. */
  readonly policy: string;
  /** What wrote it. */
  readonly generator?: string;
  readonly main: Html;
  /** Script of ours. */
  readonly script?: string;
}

export function reportDocument({ title, styles, policy, generator, main, script }: ReportDocument): string {
  return `<!doctype html>\n${render(html`<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
${generator !== undefined && html`<meta name="generator" content="${generator}">
`}<title>${title}</title>
<style>${trusted(styles)}</style>
</head>
<body>
<main id="main" class="findings">
${main}
</main>
${script !== undefined && html`<script>${trusted(script)}</script>
`}</body>
</html>
`)}`;
}
