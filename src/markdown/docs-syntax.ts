import type { Literal } from 'mdast';
import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';

/** `[!NAME …]` or `:::name …:::` as written, found by the Markdown parser where no code or HTML is. */
export interface DocsMarker extends Literal {
  type: 'docsMarker';
  /** A `:::` line of its own. */
  flow: boolean;
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    docsMarker: 'docsMarker';
    docsFence: 'docsFence';
  }
}

declare module 'mdast' {
  interface PhrasingContentMap {
    docsMarker: DocsMarker;
  }
  interface BlockContentMap {
    docsMarker: DocsMarker;
  }
  interface RootContentMap {
    docsMarker: DocsMarker;
  }
}

const ALERTS = new Set(['note', 'tip', 'important', 'warning', 'caution']);
const NAMES = new Set([...ALERTS, 'include', 'video', 'div', 'uicontrol', 'dnl', 'code']);
/** Longest marker, in characters: each opening is looked at once, and only this far. */
const MAX_LENGTH = 1_000;
const FENCES = new Set(['image', 'row', 'column', 'zone', 'moniker', 'code', 'no-loc']);

/** Reads `[!NOTE]`, `[!INCLUDE [t](p)]`, `[!code-cs[t](p)]`, `[!VIDEO u]` … and `:::image …:::`, `:::row:::` … (FORMAT.md §2). */
export const docsSyntax: Extension = {
  text: { 91: bracketConstruct(), 58: { name: 'docsMarker', tokenize: colonText } },
  flow: { 58: { name: 'docsFence', tokenize: colonLine, concrete: true } },
};

export const docsFromMarkdown: FromMarkdownExtension = {
  enter: {
    docsMarker(token) {
      this.enter({ type: 'docsMarker', value: this.sliceSerialize(token), flow: false }, token);
    },
    docsFence(token) {
      this.enter({ type: 'docsMarker', value: this.sliceSerialize(token).trim(), flow: true }, token);
    },
  },
  exit: {
    docsMarker(token) {
      this.exit(token);
    },
    docsFence(token) {
      this.exit(token);
    },
  },
};

function bracketConstruct(): Construct {
  return { name: 'docsMarker', tokenize: bracket };
}

function bracket(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  let name = '';
  let depth = 0;
  let length = 0;
  return start;

  function start(code: Code): State | undefined {
    effects.enter('docsMarker');
    effects.consume(code);
    return bang;
  }
  function bang(code: Code): State | undefined {
    if (code !== 33) return nok(code);
    effects.consume(code);
    return inName;
  }
  function inName(code: Code): State | undefined {
    if (code !== null && ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) && name.length < 12) {
      name += String.fromCharCode(code);
      effects.consume(code);
      return inName;
    }
    // An alert has no text on its line, so a flood of openings is not read to the end from each.
    if (!NAMES.has(name.toLowerCase()) || (ALERTS.has(name.toLowerCase()) && code !== 93)) return nok(code);
    return rest(code);
  }
  function rest(code: Code): State | undefined {
    if (code === null || code < -2 || ++length > MAX_LENGTH) return nok(code);
    if (code === 91 && ++depth > 3) return nok(code);
    if (code === 93) {
      if (depth === 0) {
        effects.consume(code);
        effects.exit('docsMarker');
        return ok;
      }
      depth--;
    }
    effects.consume(code);
    return rest;
  }
}

function colonText(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  let colons = 0;
  let length = 0;
  let name = '';
  return start;

  function start(code: Code): State | undefined {
    effects.enter('docsMarker');
    return opening(code);
  }
  function opening(code: Code): State | undefined {
    if (code === 58) {
      colons++;
      effects.consume(code);
      return opening;
    }
    return colons === 3 ? inName(code) : nok(code);
  }
  function inName(code: Code): State | undefined {
    if (code !== null && ((code >= 97 && code <= 122) || code === 45) && name.length < 12) {
      name += String.fromCharCode(code);
      effects.consume(code);
      return inName;
    }
    if (name !== 'image' && name !== 'no-loc') return nok(code);
    colons = 0;
    return rest(code);
  }
  function rest(code: Code): State | undefined {
    if (code === null || code < -2 || ++length > MAX_LENGTH) return nok(code);
    effects.consume(code);
    colons = code === 58 ? colons + 1 : 0;
    if (colons === 3) {
      effects.exit('docsMarker');
      return ok;
    }
    return rest;
  }
}

function colonLine(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  let colons = 0;
  let name = '';
  let tail = 0;
  return start;

  function start(code: Code): State | undefined {
    effects.enter('docsFence');
    return opening(code);
  }
  function opening(code: Code): State | undefined {
    if (code === 58) {
      colons++;
      effects.consume(code);
      return opening;
    }
    return colons >= 3 ? inName(code) : nok(code);
  }
  function inName(code: Code): State | undefined {
    // `::: moniker-end` has a blank before its name.
    if (name === '' && (code === -2 || code === -1 || code === 32)) {
      effects.consume(code);
      return inName;
    }
    if (code !== null && ((code >= 97 && code <= 122) || code === 45) && name.length < 16) {
      name += String.fromCharCode(code);
      effects.consume(code);
      return inName;
    }
    if (name === '' ? code !== null && code >= 0 : !FENCES.has(name.replace(/-end$/, ''))) return nok(code);
    // A line that goes on after its closing colons is a paragraph: the text construct reads the image in it.
    return rest(code);
  }
  function rest(code: Code): State | undefined {
    if (code === null || code < -2) {
      if ((name === 'image' || name === 'no-loc') && tail !== 3) return nok(code);
      effects.exit('docsFence');
      return ok(code);
    }
    if (code === 58) tail++;
    else if (code !== -1 && code !== -2 && code !== 32) {
      if (tail === 3) return nok(code);
      tail = 0;
    }
    effects.consume(code);
    return rest;
  }
}
