const PAIR = /⟦(?:(?<targetId>(?:[0-9a-f]{5}-)?p?\d{3,}): ?)?(?<target>[^⟦⟧⟪⟫]*)⟧⟪(?:(?<sourceId>(?:[0-9a-f]{5}-)?p?\d{3,}): ?)?(?<source>[^⟦⟧⟪⟫]*)⟫/g;
const PREFIX = '0a1b2';

/**
 * Writes out the short notation of examples: `⟦Hallo.⟧⟪Hello.⟫` becomes a pair with ids, numbered from 102.
 * `⟦105: Hallo.⟧⟪Hello.⟫` sets the ordinal; both halves may carry whole ids (`⟦0f7dc-105: …⟧⟪0f7dc-106: …⟫`).
 */
export function expandPairs(text: string): string {
  let last = 101;
  return text.replace(PAIR, (...groups) => {
    const { targetId, target, sourceId, source } = groups.at(-1) as Record<string, string | undefined>;
    const id = whole(targetId ?? `${last + 1}`);
    const ordinal = /-(\d+)$/.exec(id)?.[1];
    if (ordinal !== undefined) last = Number(ordinal);
    return `<span data-ttu-id="${id}">${target}</span><span class="sxs-lookup"><span data-stu-id="${sourceId === undefined ? id : whole(sourceId)}">${source}</span></span>`;
  });
}

function whole(id: string): string {
  return id.includes('-') ? id : `${PREFIX}-${id}`;
}
