import type { ExchangeFile, ExchangeUnit } from '../model/exchange.ts';
import { escapeHtml } from '../text/escape-html.ts';
import { unitState } from './unit-state.ts';

/** A page with a table per article, for reading and for editing in a word processor or browser. Texts are Markdown. Yields pieces. */
export function* writeHtml(files: Iterable<ExchangeFile>): Generator<string> {
  let any = false;
  for (const file of files) {
    if (!any) yield head(file);
    any = true;
    yield `<table data-path="${attribute(file.path)}" data-locale="${attribute(file.locale)}">\n<caption>${attribute(file.path)}</caption>\n<thead><tr><th scope="col">#</th><th scope="col">${attribute(file.sourceTag)}</th><th scope="col">${attribute(file.targetTag)}</th><th scope="col">Notes</th></tr></thead>\n<tbody>\n`;
    for (const unit of file.units) yield row(unit, file);
    yield '</tbody>\n</table>\n';
  }
  if (any) yield '</body>\n</html>\n';
}

function head({ targetTag }: ExchangeFile): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Bitext, ${attribute(targetTag)}</title>
<style>
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { margin: 2rem auto; max-width: 80rem; padding-inline: 1rem }
table { border-collapse: collapse; inline-size: 100%; margin-block-end: 3rem; table-layout: fixed }
caption { font-weight: 600; padding-block: .5rem; text-align: start }
th, td { border-block-end: 1px solid #8884; overflow-wrap: anywhere; padding: .5rem; text-align: start; vertical-align: top }
td { white-space: pre-wrap }
th:first-child { inline-size: 5rem }
th:last-child { inline-size: 20% }
</style>
</head>
<body>
`;
}

function row(unit: ExchangeUnit, { sourceTag, targetTag, sourceDir, targetDir }: ExchangeFile): string {
  const notes = unit.notes.map(({ text }) => attribute(text)).join('\n');
  return `<tr data-unit="${attribute(unit.id)}" data-state="${unitState(unit)}"${unit.provenance ? ` data-provenance="${unit.provenance}"` : ''} data-source-hash="${unit.sourceHash}" data-target-hash="${unit.targetHash}"><th scope="row">${attribute(unit.id)}</th><td lang="${attribute(sourceTag)}" dir="${sourceDir}">${text(unit.source.raw)}</td><td lang="${attribute(targetTag)}" dir="${targetDir}">${text(unit.target.raw)}</td><td>${notes}</td></tr>\n`;
}

function attribute(value: string): string {
  return escapeHtml(value.toWellFormed());
}

/** Line ends as references, because parsers fold and editors indent them. */
function text(value: string): string {
  return escapeHtml(value).replaceAll('\r', '&#13;').replaceAll('\n', '&#10;');
}
