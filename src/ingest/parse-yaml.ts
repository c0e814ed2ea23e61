import { CORE_SCHEMA, YAMLException, load } from 'js-yaml';

/** Outcome of {@link parseYaml}; `offset` in UTF-16 code units, 0-based, into the YAML text. */
export type ParsedYaml = { readonly value: unknown } | { readonly reason: string; readonly offset: number };

/**
 * Reads YAML safely: the core schema has no tags that make anything but plain data, and leaves dates strings.
 * Never throws. Numbers, booleans and lists keep their types (FORMAT.md §3: `ms.custom`).
 */
export function parseYaml(yaml: string): ParsedYaml {
  try {
    return { value: load(yaml, { schema: CORE_SCHEMA }) };
  } catch (error) {
    if (!(error instanceof YAMLException)) return { reason: 'the nesting is too deep', offset: 0 };
    const offset = error.mark?.position ?? 0;
    return { reason: error.reason || 'unreadable YAML', offset: Math.max(0, Math.min(offset, yaml.length)) };
  }
}
