/** A pair as the format writes it. */
export function pair(ordinal: string, target: string, source: string, prefix = '3a85d'): string {
  const id = `${prefix}-${ordinal}`;
  return `<span data-ttu-id="${id}">${target}</span><span class="sxs-lookup"><span data-stu-id="${id}">${source}</span></span>`;
}
