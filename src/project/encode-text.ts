import { transcode } from 'node:buffer';
import { fillTemplate, type Template } from '../views/slots.ts';

/** Encodes what is written as UTF-8; half a surrogate pair is U+FFFD. */
export interface TextEncoding {
  text(text: string): Uint8Array;
  /** The page that {@link fillTemplate} makes. What the template says is encoded once: most of a page. */
  page(template: Template, slots: Readonly<Record<string, string>>): Uint8Array;
}

/** UTF-16 code units; most pages are shorter. */
const SHORT = 0x40000;
/** Between two slots, where hardly any text has it. */
const BETWEEN = '\0';

/** What a template says around its slots. */
interface EncodedTemplate {
  readonly slots: readonly { readonly name: string; readonly before: Uint8Array }[];
  readonly end: Uint8Array;
}

/**
 * Pages name languages in their own scripts, and what is not Latin-1 takes `Buffer.write` three times as long as
 * `transcode`, which wants UTF-16: short texts are put into the same memory again and again.
 */
export function createTextEncoding(): TextEncoding {
  const templates = new WeakMap<Template, EncodedTemplate>();
  let memory: Buffer | undefined;
  return { text: encode, page };

  function encode(text: string): Uint8Array {
    if (text.length > SHORT) return Buffer.from(text);
    memory ??= Buffer.allocUnsafeSlow(2 * SHORT);
    try {
      return transcode(memory.subarray(0, memory.write(text, 'utf16le')), 'utf16le', 'utf8');
    } catch {
      // It refuses half a surrogate pair.
      return Buffer.from(text);
    }
  }

  function page(template: Template, values: Readonly<Record<string, string>>): Uint8Array {
    const { slots, end } = encodedTemplate(template);
    const filled = encode(slots.map(({ name }) => values[name] ?? '').join(BETWEEN));
    const pieces: Uint8Array[] = [];
    let from = 0;
    for (const [index, { before }] of slots.entries()) {
      const found = filled.indexOf(0, from);
      const isLast = index === slots.length - 1;
      if (isLast !== (found < 0)) return encode(fillTemplate(template, values));
      pieces.push(before, filled.subarray(from, isLast ? filled.length : found));
      from = found + 1;
    }
    return Buffer.concat([...pieces, end]);
  }

  function encodedTemplate(template: Template): EncodedTemplate {
    const known = templates.get(template);
    if (known) return known;
    const slots: { name: string; before: Uint8Array }[] = [];
    let before = '';
    for (const part of template) {
      if (typeof part === 'string') before += part;
      else {
        slots.push({ name: part.slot, before: encode(before) });
        before = '';
      }
    }
    const made = { slots, end: encode(before) };
    templates.set(template, made);
    return made;
  }
}
