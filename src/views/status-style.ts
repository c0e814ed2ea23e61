/** Style sheet of the status page; no other page loads it. */
export const STATUS_STYLE = `.status section { margin-block-start: 2rem; }
.status-scroll { overflow-x: auto; }
.status table { border-collapse: collapse; font-size: var(--text-small); }
.status caption { text-align: start; font-weight: 600; }
.status :is(th, td) { padding: 0.35rem 0.7rem; border-block-end: 1px solid var(--line); text-align: start; font-weight: 400; }
.status .number { text-align: end; font-variant-numeric: tabular-nums; }
.status-chart svg { display: block; inline-size: 100%; block-size: 1rem; border-radius: 4px; }
.status-chart svg.status-trend { block-size: 6rem; border-block-end: 1px solid var(--line); border-radius: 0; }
.status-chart figcaption { color: var(--ink-soft); font-size: var(--text-small); }
.status-chart ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; padding: 0; margin: 0.35rem 0 0; list-style: none; }
#article .status-chart li { margin: 0; }
.status-chart li::before { content: ''; display: inline-block; inline-size: 0.7em; block-size: 0.7em; margin-inline-end: 0.4em; border-radius: 2px; background: var(--fill); }
.status-chart .status-current { --fill: var(--tip); fill: var(--tip); }
.status-chart .status-stale { --fill: var(--warning); fill: var(--warning); }
.status-chart .status-missing { --fill: var(--line-strong); fill: var(--line-strong); }
.status-trend polyline { fill: none; stroke: var(--target); stroke-width: 2px; }
.status-badge img { block-size: 20px; inline-size: auto; }
`;
