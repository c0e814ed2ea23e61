import { joined, lengthOf, slice, type Chip, type Piece } from './pieces.ts';

export interface PieceEditor {
  pieces(): Piece[];
  set(pieces: readonly Piece[]): void;
  /** At the caret, in place of what is selected; an opening and a closing code go around it. */
  insert(chips: readonly Chip[]): void;
  focus(): void;
  /** False when nothing is left to take back. */
  undo(): boolean;
  redo(): boolean;
  /** Marks ranges of the text; offsets count characters, and codes as none. */
  mark(name: 'error' | 'warning' | 'info', ranges: readonly { readonly start: number; readonly end: number }[]): void;
  close(): void;
}

export interface PieceEditorOptions {
  readonly pieces: readonly Piece[];
  readonly onChange: (pieces: Piece[]) => void;
  /** A code is about to be taken out: the next press does it. */
  readonly onArmed: (chip: Chip) => void;
  readonly chipName: (chip: Chip) => string;
}

interface Step {
  readonly pieces: readonly Piece[];
  readonly caret: number;
}

/** Typing within this time is taken back as one, in milliseconds. */
const ONE_STEP = 700;

/**
 * Lets a person write in an element: text freely, codes as whole pieces. The browser types, so that input methods,
 * dictation and spelling work; whatever it leaves behind is read back as text and codes and nothing else.
 * Content enters as text nodes only.
 */
export function createPieceEditor(host: HTMLElement, { pieces, onChange, onArmed, chipName }: PieceEditorOptions): PieceEditor {
  const chips = new WeakMap<Node, Chip>();
  let steps: Step[] = [{ pieces: joined(pieces), caret: lengthOf(pieces) }];
  let at = 0;
  let lastTyped = -Infinity;
  let composing = false;
  let armed: HTMLElement | undefined;
  let dragged: { readonly chip: Chip; readonly from: number } | undefined;
  const stop = new AbortController();
  const on = <Name extends keyof HTMLElementEventMap>(name: Name, listen: (event: HTMLElementEventMap[Name]) => void): void => host.addEventListener(name, listen, { signal: stop.signal });

  write(pieces);
  on('compositionstart', () => { composing = true; });
  on('compositionend', (event) => {
    composing = false;
    read(event.timeStamp);
  });
  on('input', (event) => {
    if (!composing) read(event.timeStamp);
  });
  on('beforeinput', (event) => {
    if (event.inputType === 'insertParagraph' || event.inputType === 'insertLineBreak' || event.inputType.startsWith('format')) event.preventDefault();
    else if (event.inputType === 'historyUndo' || event.inputType === 'historyRedo') {
      event.preventDefault();
      step(event.inputType === 'historyUndo' ? -1 : 1);
    } else if (event.inputType.startsWith('delete') && !composing) onDelete(event);
    else disarm();
  });
  on('paste', (event) => {
    event.preventDefault();
    typed(event.clipboardData?.getData('text/plain') ?? '');
  });
  on('copy', (event) => copy(event));
  on('cut', (event) => {
    copy(event);
    const { start, end } = selected();
    if (end > start) replace(start, end, []);
  });
  on('dragstart', (event) => {
    const chip = event.target instanceof Node ? chips.get(event.target) : undefined;
    if (!chip || !(event.target instanceof HTMLElement)) return;
    dragged = { chip, from: offsetBefore(event.target) };
    event.dataTransfer?.setData('text/plain', chip.native);
  });
  on('dragover', (event) => event.preventDefault());
  on('drop', (event) => {
    event.preventDefault();
    const place = document.caretPositionFromPoint?.(event.clientX, event.clientY);
    const to = place ? offsetOf(place.offsetNode, place.offset) : undefined;
    if (to === undefined) return;
    if (!dragged) {
      replace(to, to, [event.dataTransfer?.getData('text/plain').replace(/\s*[\r\n]+\s*/g, ' ') ?? '']);
      return;
    }
    const now = current();
    const { chip, from } = dragged;
    dragged = undefined;
    const target = to > from ? to - 1 : to;
    const without = [...slice(now, 0, from), ...slice(now, from + 1)];
    change([...slice(without, 0, target), chip, ...slice(without, target)], target + 1);
  });
  on('blur', () => disarm());
  // Beside codes browsers lose what is typed: there the character is put in by us.
  on('keydown', (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || [...event.key].length !== 1) return;
    const { start, end } = selected();
    if (!slice(current(), Math.max(0, start - 1), end + 1).some((piece) => typeof piece !== 'string')) return;
    event.preventDefault();
    replace(start, end, [event.key]);
  });
  // No caret within a code.
  document.addEventListener('selectionchange', () => {
    const selection = getSelection();
    const node = selection?.anchorNode;
    if (composing || !selection?.isCollapsed || !node || node === host || !host.contains(node)) return;
    const isText = node.nodeType === Node.TEXT_NODE && node.parentNode === host;
    if (!isText) setCaret(offsetOf(node, selection.anchorOffset) ?? 0);
  }, { signal: stop.signal });

  return {
    pieces: current,
    set(next) {
      change(next, lengthOf(next));
    },
    insert(added) {
      const { start, end } = selected();
      const [first, second] = added;
      if (first?.kind === 'open' && second?.kind === 'close') {
        const within = slice(current(), start, end);
        const now = current();
        change([...slice(now, 0, start), first, ...within, second, ...slice(now, end)], start + 1 + lengthOf(within));
      } else replace(end, end, added);
    },
    focus() {
      // Whoever writes there already has put the caret, or selected something.
      if (document.activeElement === host) return;
      host.focus({ preventScroll: true });
      setCaret(steps[at]?.caret ?? 0);
    },
    undo: () => step(-1),
    redo: () => step(1),
    mark(name, ranges) {
      if (!('highlights' in CSS)) return;
      CSS.highlights.set(`desk-${name}`, new Highlight(...ranges.flatMap(({ start, end }) => rangeOf(start, end) ?? [])));
    },
    close() {
      stop.abort();
      if ('highlights' in CSS) for (const name of ['error', 'warning', 'info']) CSS.highlights.delete(`desk-${name}`);
    },
  };

  function current(): Piece[] {
    return joined(piecesIn(host));
  }

  function piecesIn(node: Node): Piece[] {
    return [...node.childNodes].flatMap((child): Piece[] => {
      const chip = chips.get(child);
      if (chip) return [chip];
      if (child.nodeType === Node.TEXT_NODE) return [(child.nodeValue ?? '').replace(/[\r\n]+/g, ' ')];
      return child instanceof HTMLBRElement ? [] : piecesIn(child);
    });
  }

  function write(next: readonly Piece[]): void {
    armed = undefined;
    host.replaceChildren(...joined(next).map((piece) => (typeof piece === 'string' ? document.createTextNode(piece) : chipElement(piece))));
  }

  function chipElement(chip: Chip): HTMLElement {
    const element = document.createElement('span');
    element.className = `chip ${chip.kind}`;
    element.contentEditable = 'false';
    element.draggable = true;
    element.title = chip.native;
    element.dir = 'ltr';
    element.setAttribute('role', 'img');
    element.setAttribute('aria-label', chipName(chip));
    element.textContent = chip.label;
    chips.set(element, chip);
    return element;
  }

  /** After the browser has typed. */
  function read(time: number): void {
    disarm();
    const now = current();
    const caret = selected().end;
    if ([...host.childNodes].some((child) => child.nodeType !== Node.TEXT_NODE && !chips.has(child))) {
      write(now);
      setCaret(caret);
    }
    if (time - lastTyped < ONE_STEP && at > 0 && at === steps.length - 1) steps[at] = { pieces: now, caret };
    else remember({ pieces: now, caret });
    lastTyped = time;
    onChange(now);
  }

  function remember(next: Step): void {
    steps = [...steps.slice(0, at + 1), next].slice(-500);
    at = steps.length - 1;
  }

  /** A change that is ours, not the browser's. */
  function change(next: readonly Piece[], caret: number): void {
    const pieces = joined(next);
    write(pieces);
    setCaret(caret);
    lastTyped = -Infinity;
    remember({ pieces, caret });
    onChange(pieces);
  }

  function step(by: -1 | 1): boolean {
    const next = steps[at + by];
    if (!next) return false;
    at += by;
    lastTyped = -Infinity;
    write(next.pieces);
    setCaret(next.caret);
    onChange([...next.pieces]);
    return true;
  }

  function replace(start: number, end: number, added: readonly Piece[]): void {
    const now = current();
    change([...slice(now, 0, start), ...added, ...slice(now, end)], start + lengthOf(added));
  }

  function typed(text: string): void {
    const { start, end } = selected();
    const line = text.replace(/\s*[\r\n]+\s*/g, ' ');
    if (line !== '' || end > start) replace(start, end, [line]);
  }

  function copy(event: ClipboardEvent): void {
    const { start, end } = selected();
    if (end <= start) return;
    event.preventDefault();
    event.clipboardData?.setData('text/plain', slice(current(), start, end).map((piece) => (typeof piece === 'string' ? piece : piece.type === 'code' ? piece.label : '')).join(''));
  }

  /** A code goes only at the second press, and never along with a word. */
  function onDelete(event: InputEvent): void {
    const { start, end } = selected();
    if (start !== end) {
      if (!slice(current(), start, end).some((piece) => typeof piece !== 'string')) return;
      event.preventDefault();
      replace(start, end, []);
      return;
    }
    const [range] = event.getTargetRanges();
    const isBackward = !event.inputType.endsWith('Forward');
    const [from, to] = [range ? offsetOf(range.startContainer, range.startOffset) ?? start : start, range ? offsetOf(range.endContainer, range.endOffset) ?? start : start];
    const now = current();
    const [beside] = isBackward ? slice(now, start - 1, start) : slice(now, start, start + 1);
    if (beside !== undefined && typeof beside !== 'string') {
      event.preventDefault();
      const element = [...host.childNodes].find((child) => chips.get(child) !== undefined && offsetBefore(child) === (isBackward ? start - 1 : start));
      if (!(element instanceof HTMLElement)) return;
      if (element === armed) replace(isBackward ? start - 1 : start, isBackward ? start : start + 1, []);
      else {
        disarm();
        armed = element;
        element.classList.add('armed');
        onArmed(beside);
      }
      return;
    }
    disarm();
    const gone = slice(now, from, to);
    if (!gone.some((piece) => typeof piece !== 'string')) return;
    event.preventDefault();
    // The text between the caret and the nearest code.
    const text = isBackward ? gone.at(-1) : gone[0];
    const length = typeof text === 'string' ? text.length : 0;
    if (length > 0) replace(isBackward ? start - length : start, isBackward ? start : start + length, []);
  }

  function disarm(): void {
    armed?.classList.remove('armed');
    armed = undefined;
  }

  function selected(): { readonly start: number; readonly end: number } {
    const selection = getSelection();
    const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
    const end = lengthOf(current());
    if (!range || !host.contains(range.commonAncestorContainer)) return { start: end, end };
    return { start: offsetOf(range.startContainer, range.startOffset) ?? end, end: offsetOf(range.endContainer, range.endOffset) ?? end };
  }

  /** Offset of a place in the document, where a code counts as one. */
  function offsetOf(node: Node, offset: number): number | undefined {
    if (!host.contains(node)) return undefined;
    for (let chip: Node | null = node; chip && chip !== host; chip = chip.parentNode) if (chips.has(chip)) return offsetBefore(chip) + (offset > 0 ? 1 : 0);
    if (node.nodeType === Node.TEXT_NODE) return offsetBefore(node) + offset;
    const child = node.childNodes[offset];
    return child ? offsetBefore(child) : offsetBefore(node) + lengthOf(piecesIn(node));
  }

  function offsetBefore(node: Node): number {
    let sum = 0;
    for (let inner: Node = node; inner !== host && inner.parentNode; inner = inner.parentNode) {
      for (let before = inner.previousSibling; before; before = before.previousSibling) sum += lengthOfNode(before);
    }
    return sum;
  }

  function lengthOfNode(node: Node): number {
    return chips.has(node) ? 1 : node.nodeType === Node.TEXT_NODE ? (node.nodeValue ?? '').length : lengthOf(piecesIn(node));
  }

  function setCaret(offset: number): void {
    if (document.activeElement !== host) return;
    let left = offset;
    let place: readonly [Node, number] = [host, host.childNodes.length];
    for (const [index, child] of [...host.childNodes].entries()) {
      const length = lengthOfNode(child);
      if (child.nodeType === Node.TEXT_NODE && left <= length) {
        place = [child, left];
        break;
      }
      if (left === 0) {
        place = [host, index];
        break;
      }
      left -= length;
    }
    getSelection()?.collapse(place[0], place[1]);
  }

  function rangeOf(start: number, end: number): Range | undefined {
    const range = document.createRange();
    let sum = 0;
    let isOpen = false;
    for (const child of host.childNodes) {
      if (child.nodeType !== Node.TEXT_NODE) continue;
      const length = (child.nodeValue ?? '').length;
      if (!isOpen && start < sum + length) {
        range.setStart(child, start - sum);
        isOpen = true;
      }
      if (isOpen && end <= sum + length) {
        range.setEnd(child, end - sum);
        return range;
      }
      sum += length;
    }
    return undefined;
  }
}
