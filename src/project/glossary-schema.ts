import { z } from 'zod';

/** One form, or a list of them; `*` at either end stands for any beginning or ending. */
const forms = z.union([z.string().min(1), z.array(z.string().min(1))]);

const target = z.union([forms, z.strictObject({ use: forms.optional(), avoid: forms.optional() })]);

const term = z.strictObject({
  /** The word of the source. */
  term: z.string().min(1),
  /** For people: what it means, where it comes from. */
  note: z.string().optional(),
  /** By locale (`de-DE`) or language (`de`): the accepted forms, or `use` and `avoid`. */
  targets: z.record(z.string(), target),
});

/** `glossary.yml` as it is written. */
export const glossarySchema = z.strictObject({ terms: z.array(term) });

export type GlossaryTarget = z.infer<typeof target>;

/** Names that are allowed in each part of the glossary. */
export const GLOSSARY_NAMES = { file: Object.keys(glossarySchema.shape), term: Object.keys(term.shape), target: ['use', 'avoid'] } as const;
