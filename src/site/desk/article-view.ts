import { html, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'htm/preact/standalone';
import type { VNode } from 'preact';
import type { CheckResponse, DeskArticle, DeskFinding, DeskInfo, DeskRow, SaveResult, SegmentContextResponse } from '../../model/desk.ts';
import { useActions } from './actions.ts';
import { announce } from './announce.ts';
import { api } from './api.ts';
import type { ConflictChoice } from './conflict-box.ts';
import { dropDraft, draftsOf, keep, keepDraft, kept, type KeptDraft } from './keep.ts';
import { NoteDialog, RejectDialog } from './reject-dialog.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { Panel } from './panel.ts';
import type { PanelTab } from './panel-props.ts';
import { draftText, editOf, isSameDraft, piecesOf, withCodesOf, type Draft } from './pieces.ts';
import { ProposalDialog } from './proposal-dialog.ts';
import { readProposal, type Proposal } from './proposal.ts';
import { RepeatsDialog } from './repeats-dialog.ts';
import { goTo, routeTo, type Route } from './route.ts';
import { readInPieces, type EditorHandle } from './row-editor.ts';
import { RowView, type RowNote } from './row-view.ts';
import { save, sees, type Wish } from './saver.ts';
import type { Mark } from './side-text.ts';
import { text } from './texts.ts';
import { VirtualList, type VirtualHandle } from './virtual-list.ts';

export interface ArticleViewProps {
  readonly info: DeskInfo;
  readonly locale: string;
  readonly path: string;
  /** Another one whenever a link was followed: where to go in the article, and a change that came along. */
  readonly route: Route;
  /** Paths of the queue as it was filtered, in its order. */
  readonly order: readonly string[];
  /** A row that was changed from elsewhere: undo, redo, replacing. */
  readonly changed: { readonly row: DeskRow; readonly path: string; readonly locale: string } | undefined;
}

type Shown = 'all' | 'open' | 'findings' | 'stale' | 'rejected';

/** Waits until typing rests, in milliseconds; findings stand there within a tenth of a second. */
const CHECK_AFTER = 30;
const CONTEXT_AFTER = 200;

export function ArticleView({ info, locale: localeId, path, route, order, changed }: ArticleViewProps): VNode {
  const { ordinal, proposal } = route;
  const locale = info.locales.find(({ id }) => id === localeId);
  const [article, setArticle] = useState<DeskArticle | undefined>(undefined);
  const [trouble, setTrouble] = useState('');
  const [rows, setRows] = useState<readonly DeskRow[]>([]);
  const [only, setOnly] = useState<Shown>('all');
  const [active, setActive] = useState(0);
  const [isWriting, setWriting] = useState(false);
  const [isRaw, setRaw] = useState(false);
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Draft>>(new Map());
  const [notes, setNotes] = useState<ReadonlyMap<string, RowNote>>(new Map());
  const [check, setCheck] = useState<{ readonly ordinal: string; readonly draft: Draft; readonly answer: CheckResponse } | undefined>(undefined);
  const [context, setContext] = useState<{ readonly ordinal: string; readonly answer: SegmentContextResponse } | undefined>(undefined);
  const [tab, setTab] = useState<PanelTab>(kept<PanelTab>('tab') ?? 'page');
  const [isOpen, setOpen] = useState(kept<boolean>('panel') ?? matchMedia('(min-width: 62rem)').matches);
  const [query, setQuery] = useState<{ readonly words: string; readonly side: 'source' | 'target' }>({ words: '', side: 'source' });
  const [rule, setRule] = useState('');
  const [dialog, setDialog] = useState<'reject' | 'comment' | 'repeats' | undefined>(undefined);
  const [proposed, setProposed] = useState<{ readonly ordinal: string; readonly proposal: Proposal } | undefined>(undefined);
  const [repeatsOf, setRepeatsOf] = useState<{ readonly row: DeskRow; readonly before: string } | undefined>(undefined);
  const [version, setVersion] = useState(0);
  const list = useRef<VirtualHandle>(null);
  const editor = useRef<EditorHandle>(null);
  const view = useRef<HTMLElement>(null);
  const shouldFocus = useRef(true);
  const asked = useRef(0);
  const askInTurn = useRef(oneAtATime());
  // Answers come when the view has moved on; they ask here for what is true now.
  const now = useRef({ rows, drafts, path, active });
  now.current = { rows, drafts, path, active };

  useEffect(() => {
    let isGone = false;
    api.article(localeId, path).then((answer) => {
      if (isGone) return;
      sees({ locale: localeId, path }, answer.rows);
      const read = readDrafts(answer, new Map([...(api.held?.(localeId, path) ?? []), ...draftsOf(localeId, path)]));
      setArticle(answer);
      setRows(answer.rows);
      setDrafts(read.drafts);
      setNotes(read.notes);
      setOnly('all');
      const wanted = answer.rows.findIndex((row) => row.ordinal === ordinal);
      const open = answer.rows.findIndex(isOpenRow);
      setActive(wanted >= 0 ? wanted : Math.max(0, open));
      setWriting(!matchMedia('(pointer: coarse)').matches);
      shouldFocus.current = true;
    }, (error: Error) => !isGone && setTrouble(error.message));
    return () => { isGone = true; };
  }, [localeId, path, version]);

  useEffect(() => {
    if (!article || ordinal === undefined) return;
    const at = rows.findIndex((row) => row.ordinal === ordinal);
    go(at, isWriting);
    if (proposal === undefined) return;
    const read = readProposal(proposal);
    if (read && at >= 0) setProposed({ ordinal, proposal: read });
    else announce(text(read ? 'proposal.missing' : 'proposal.broken'), 'trouble');
  }, [article !== undefined, route]);

  const done = useMemo(() => rows.filter((each) => !isOpenRow(each)).length, [rows]);
  const shown = useMemo(() => rows.flatMap((row, index) => (only === 'all' || FILTERS[only](row) ? [index] : [])), [article, only, rows.length]);
  const position = shown.indexOf(active);
  const row = rows[active];
  const draft = row && drafts.get(row.ordinal);
  const note = row && notes.get(row.ordinal);
  const rowCheck = row && check?.ordinal === row.ordinal && draft && isSameDraft(check.draft, draft) ? check.answer : undefined;
  // All articles are loaded only for who looks at what they say.
  const isWide = info.canSave || (isOpen && tab === 'context');
  const lastCheck = row && check?.ordinal === row.ordinal && draft ? check.answer : undefined;

  useLayoutEffect(() => {
    if (!row || !shouldFocus.current) return;
    shouldFocus.current = false;
    list.current?.show(position);
    // At once: the next key is for it.
    focusRow();
    // When the rows around it are measured. A row that is moved among them in the document loses the focus.
    const again = (): void => {
      list.current?.show(position);
      if (document.activeElement === document.body) focusRow();
    };
    requestAnimationFrame(() => {
      again();
      requestAnimationFrame(again);
    });
  }, [article, active, isWriting, isRaw, note?.kind, position]);

  // With the row, not after it is painted: a page that is loaded again shows it.
  useLayoutEffect(() => {
    if (row) history.replaceState(null, '', routeTo(localeId, path, row.ordinal));
  }, [row?.ordinal, localeId, path]);

  // Findings of what is being written.
  useEffect(() => {
    if (!row || !draft) return undefined;
    const number = (asked.current += 1);
    const timer = setTimeout(() => {
      askInTurn.current(() => api.check({ locale: localeId, path, ordinal: row.ordinal, edit: editOf(draft) }).then((answer) => {
        if (number === asked.current) setCheck({ ordinal: row.ordinal, draft, answer });
      }));
    }, CHECK_AFTER);
    return () => clearTimeout(timer);
  }, [row?.ordinal, row?.target.hash, draft]);

  useEffect(() => {
    if (!row) return undefined;
    let isGone = false;
    const timer = setTimeout(() => {
      api.context(localeId, path, row.ordinal, isWide).then((answer) => !isGone && setContext({ ordinal: row.ordinal, answer }), () => {});
    }, CONTEXT_AFTER);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [localeId, path, row?.ordinal, row?.target.hash, isWide]);

  useEffect(() => {
    if (changed?.path !== path || changed.locale !== localeId) return;
    const index = rows.findIndex((each) => each.ordinal === changed.row.ordinal);
    if (index < 0) return;
    putRow(changed.row);
    setNote(changed.row.ordinal, { kind: 'saved' });
    forget(changed.row.ordinal);
    go(index, false);
  }, [changed]);

  useActions({
    nextRow: () => step(1),
    previousRow: () => step(-1),
    edit: () => startWriting(),
    save: () => commit({}, true),
    approve: () => commit({ state: 'reviewed', rejection: null }, true),
    finish: () => commit({ state: 'final', rejection: null }, true),
    reopen: () => commit({ state: 'translated', rejection: null }, false),
    reject: () => ask('reject'),
    comment: () => ask('comment'),
    restore,
    raw: toggleRaw,
    insertCode: () => {
      if (!editor.current?.insertCode()) announce(text('editor.noneMissing'));
    },
    copySource: () => row && edit(readInPieces(row.source, row) ?? { kind: 'raw', text: row.source.raw }),
    fix: () => {
      const finding = (lastCheck?.findings ?? row?.findings)?.find(({ fixed }) => fixed !== undefined);
      if (finding) applyFix(finding);
      else announce(text('row.noFix'));
    },
    repeats: () => {
      // Where the bitext is not loaded yet nobody knows how many there are.
      const hasRepeats = row && (row.repeats > 0 || !info.canSave);
      if (hasRepeats) setRepeatsOf({ row, before: repeatsOf?.row.ordinal === row.ordinal ? repeatsOf.before : row.target.raw });
      if (hasRepeats) setDialog('repeats');
      else announce(text('row.noRepeats'));
    },
    concordance: searchSelection,
    nextOpen: () => toOpen(1),
    previousOpen: () => toOpen(-1),
    nextArticle: () => otherArticle(1),
    previousArticle: () => otherArticle(-1),
    toQueue: () => goTo(routeTo(localeId)),
    rule: () => {
      const [finding] = lastCheck?.findings ?? row?.findings ?? [];
      if (finding) showRule(finding.rule);
      else announce(text('row.noFindings'));
    },
    page: () => openTab('page'),
    context: () => openTab('context'),
    languages: () => openTab('languages'),
    panel: () => openPanel(!isOpen),
    otherPane: () => {
      const isBeside = document.activeElement?.closest('.panel') !== null && document.activeElement !== document.body;
      if (isBeside || !isOpen) focusRow();
      else document.querySelector<HTMLElement>('.panel [role=tab][aria-selected=true]')?.focus();
    },
    undo: () => (isEditing() ? editor.current?.undo() ?? false : false),
    redo: () => (isEditing() ? editor.current?.redo() ?? false : false),
  });

  if (trouble !== '') return html`<main class="article-view"><p class="refusal">${trouble}</p><p><a href=${routeTo(localeId)}>${text('toQueue')}</a></p></main>`;
  if (!article) return html`<main class="article-view"><p class="soft" aria-busy="true">${text('loading')}</p></main>`;
  const place = order.indexOf(path);
  return html`<main class="article-view" ref=${view}>
    <div class="article-head">
      <a class="small" href=${routeTo(localeId)}><span aria-hidden="true">←</span> ${text('queue')}</a>
      <h1 ...${locale ? { lang: locale.tag, dir: locale.dir } : {}}>${article.title}</h1>
      <span class="path" dir="ltr">${path}</span>
      <span class="progress"><span class="bar" aria-hidden="true"><span style=${{ inlineSize: `${rows.length === 0 ? 0 : (done / rows.length) * 100}%` }}></span></span> ${text('article.progress', { done, count: rows.length })}</span>
      <label class="inline">${text('article.show')} <select value=${only} onChange=${(event: Event) => event.target instanceof HTMLSelectElement && showOnly(event.target.value)}>${SHOWN.map((value) => html`<option value=${value} selected=${value === only}>${text(`article.show.${value}`)}</option>`)}</select></label>
      <span class="buttons">
        <button type="button" class="small" disabled=${place < 1} onClick=${() => otherArticle(-1)}>${text('article.previous')}</button>
        <button type="button" class="small" disabled=${place < 0 || place >= order.length - 1} onClick=${() => otherArticle(1)}>${text('article.next')}</button>
        <button type="button" class="small" aria-expanded=${isOpen ? 'true' : 'false'} onClick=${() => openPanel(!isOpen)}>${text('article.beside')}</button>
      </span>
    </div>
    ${article.findings.length > 0 && html`<details class="article-findings"><summary>${text('article.findings', { count: article.findings.length })}</summary><ul class="row-findings">${article.findings.map(({ severity, message }) => html`<li class=${severity}><span class="severity">${text(`severity.${severity}`)}</span> <span>${message}</span></li>`)}</ul></details>`}
    <div class=${`columns ${isOpen ? 'with-panel' : ''}`} onKeyDown=${onArrow}>
      <section class="rows" aria-label=${text('article.rows')}>
        ${shown.length === 0 && html`<p class="soft empty">${text('article.nothing')}</p>`}
        <${VirtualList} items=${shown} keyOf=${(index: number) => String(index)} estimate=${(index: number) => estimate(rows[index])} active=${position} label=${text('article.rows')} handle=${list} render=${renderRow} />
      </section>
      ${isOpen && row && html`<${Panel} tab=${tab} onTab=${openTab} info=${info} locale=${locale} path=${path} row=${row} version=${rows} context=${context?.ordinal === row.ordinal ? context.answer : undefined} query=${query} onQuery=${setQuery} rule=${rule} onGo=${(wanted: string) => go(rows.findIndex((each) => each.ordinal === wanted), false)} onUse=${useTarget} />`}
    </div>
    ${dialog === 'reject' && row && html`<${RejectDialog} row=${row} onClose=${() => setDialog(undefined)} onReject=${(rejection: NonNullable<DeskRow['rejection']>) => { setDialog(undefined); commit({ state: 'translated', rejection }, true); }} />`}
    ${dialog === 'comment' && row && html`<${NoteDialog} onClose=${() => setDialog(undefined)} onComment=${(comment: string) => { setDialog(undefined); commit({ comment }, false); }} />`}
    ${dialog === 'repeats' && repeatsOf && html`<${RepeatsDialog} locale=${locale} path=${path} row=${repeatsOf.row} before=${repeatsOf.before} onClose=${() => setDialog(undefined)} onSaved=${() => setVersion((count) => count + 1)} />`}
    ${proposed && row?.ordinal === proposed.ordinal && html`<${ProposalDialog} proposal=${proposed.proposal} row=${row} info=${info} locale=${locale} onTake=${() => takeProposal(row, proposed.proposal)} onWrite=${() => { setProposed(undefined); useTarget(proposed.proposal.text ?? row.target.raw); }} onClose=${() => setProposed(undefined)} />`}
  </main>`;

  function renderRow(index: number, at: number): VNode {
    const each = rows[index];
    if (!each) return html`<div></div>`;
    const isActive = index === active;
    return html`<${RowView} row=${each} position=${at + 1} count=${shown.length} sourceLocale=${info.sourceLocale} locale=${locale} canSave=${info.canSave}
      isActive=${isActive} isWriting=${isWriting} isRaw=${isRaw} draft=${drafts.get(each.ordinal)} base=${baseOf(each, isRaw && isActive)} note=${notes.get(each.ordinal)} check=${isActive ? lastCheck : undefined}
      terms=${isActive && context?.ordinal === each.ordinal ? termMarks(each, context.answer) : NONE} editor=${editor}
      onActive=${(writes: boolean) => go(index, writes)} onDraft=${edit} onFix=${applyFix} onRule=${showRule} onConflict=${(choice: ConflictChoice) => solve(each, choice)} />`;
  }

  function onArrow(event: KeyboardEvent): void {
    const target = event.target;
    if (!(target instanceof HTMLElement) || !target.matches('.row') || event.ctrlKey || event.altKey || event.metaKey) return;
    const by = { ArrowDown: 1, ArrowUp: -1, j: 1, PageDown: 10, PageUp: -10, Home: -Infinity, End: Infinity }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(shown.length - 1, position + by));
    go(shown[next] ?? active, false);
  }

  function go(index: number, writes: boolean): void {
    if (index < 0) return;
    shouldFocus.current = true;
    setActive(index);
    setWriting(writes);
    setRaw(false);
    if (index === active && writes === isWriting) focusRow();
  }

  function step(by: 1 | -1): boolean {
    const next = shown[position + by];
    if (next === undefined) {
      announce(text(by === 1 ? 'article.end' : 'article.start'));
      return true;
    }
    go(next, isWriting);
    return true;
  }

  function toOpen(by: 1 | -1): void {
    for (let at = position + by; at >= 0 && at < shown.length; at += by) {
      const index = shown[at];
      const each = index === undefined ? undefined : rows[index];
      if (index !== undefined && each && isOpenRow(each)) return go(index, isWriting);
    }
    announce(text('article.noneOpen'));
  }

  function otherArticle(by: 1 | -1): void {
    const next = order[order.indexOf(path) + by];
    if (next === undefined) announce(text('queue.end'));
    else goTo(routeTo(localeId, next));
  }

  function focusRow(): void {
    if (document.querySelector('dialog[open]')) return;
    const element = view.current?.querySelector<HTMLElement>('.row.active');
    if (element?.querySelector('.editor') && editor.current) editor.current.focus();
    else element?.focus({ preventScroll: true });
  }

  function isEditing(): boolean {
    return document.activeElement?.closest('.editor') != null;
  }

  function startWriting(): void {
    shouldFocus.current = true;
    setWriting(true);
  }

  /** What a row's editor holds unless someone has written. */
  function baseOf(each: DeskRow, raw: boolean): Draft {
    return raw ? { kind: 'raw', text: each.target.raw } : { kind: 'pieces', pieces: piecesOf(each.target, 'target') };
  }

  /** Takes a new text of the active row. */
  function edit(next: Draft): void {
    if (!row) return;
    const { ordinal: own } = row;
    const isBack = next.kind === 'raw' ? next.text === row.target.raw : isSameDraft(next, baseOf(row, false));
    const before = now.current.drafts.get(own);
    setDrafts((old) => (isBack ? without(old, own) : new Map([...old, [own, next]])));
    if (note?.kind === 'saved' || note?.kind === 'refused' || note?.kind === 'failed') setNote(own, undefined);
    const place = { locale: localeId, path, ordinal: own };
    if (isBack) dropDraft(place);
    else if (!keepDraft(place, { draft: next, source: row.source.hash, target: row.target.hash }) && before === undefined) announce(text('draft.notKept'), 'trouble');
    if (isWriting && next.kind === 'pieces' && !isEditing()) editor.current?.set(next);
    if (!isWriting) startWriting();
  }

  function forget(own: string): void {
    setDrafts((old) => without(old, own));
    dropDraft({ locale: localeId, path, ordinal: own });
  }

  function restore(): boolean {
    if (!row) return false;
    shouldFocus.current = true;
    if (draft) {
      forget(row.ordinal);
      setNote(row.ordinal, undefined);
      setCheck(undefined);
      if (draft.kind === 'pieces') editor.current?.set(piecesBase(row));
      setRaw(false);
      announce(text('row.restored', { ordinal: row.ordinal }));
    } else setWriting(false);
    return true;
  }

  function toggleRaw(): void {
    if (!row) return;
    shouldFocus.current = true;
    if (!draft) {
      setRaw(!isRaw);
      return;
    }
    if (draft.kind === 'pieces') {
      edit({ kind: 'raw', text: rowCheck && !rowCheck.refused ? rowCheck.target.raw : draftText(draft) });
      setRaw(true);
      return;
    }
    const back = rowCheck && !rowCheck.refused ? readInPieces(rowCheck.target, row) : undefined;
    if (back) {
      edit(back);
      setRaw(false);
    } else announce(text('editor.onlyRaw'), 'trouble');
  }

  function applyFix({ fixed }: DeskFinding): void {
    if (fixed !== undefined) useTarget(fixed);
  }

  /** Puts Markdown into the editor, in pieces where the row has its codes. */
  function useTarget(raw: string): void {
    if (!row) return;
    const { ordinal: own } = row;
    const take = (next: Draft): void => {
      setRaw(next.kind === 'raw');
      shouldFocus.current = true;
      editor.current?.set(next);
      edit(next);
    };
    api.check({ locale: localeId, path, ordinal: own, edit: { kind: 'raw', text: raw } }).then((answer) => {
      take((answer.refused ? undefined : readInPieces(answer.target, row)) ?? { kind: 'raw', text: raw });
    }, (error: Error) => announce(error.message, 'trouble'));
  }

  function takeProposal(each: DeskRow, { text: words, state, rejection, comment }: Proposal): void {
    setProposed(undefined);
    shouldFocus.current = true;
    const written = words === undefined ? undefined : ({ kind: 'raw', text: words } as const);
    // What says nothing of the text takes no rejection back.
    void send(each, written, { state, rejection: rejection ?? (written === undefined && state === each.state ? undefined : null), comment });
  }

  function ask(which: 'reject' | 'comment'): void {
    if (row) setDialog(which);
  }

  /** Sends what was written and said of the active row, and goes on. */
  function commit(wish: Wish, goesOn: boolean): void {
    if (!row || !article) return;
    if (note?.kind === 'conflict') {
      announce(text('conflict.why'), 'trouble');
      return;
    }
    if (rowCheck?.refused) {
      announce(`${text('row.refused')} ${rowCheck.refused.message} ${rowCheck.refused.suggestion ?? ''}`, 'trouble');
      return;
    }
    const isChange = draft !== undefined || wish.comment !== undefined || (wish.rejection ?? undefined) !== undefined || (wish.state !== undefined && (wish.state !== row.state || row.rejection !== undefined));
    if (isChange) void send(row, draft, wish);
    if (!goesOn) {
      shouldFocus.current = true;
      return;
    }
    const next = shown[position + 1];
    if (next !== undefined) go(next, isWriting);
    else {
      announce(text('article.end'));
      shouldFocus.current = true;
    }
  }

  async function send(each: DeskRow, written: Draft | undefined, wish: Wish): Promise<void> {
    const own = each.ordinal;
    setNote(own, { kind: 'saving' });
    const result = await save({ locale: localeId, path, ordinal: own }, each, { ...wish, edit: written && editOf(written) });
    if (result.kind === 'saved' && now.current.path !== path) dropDraft({ locale: localeId, path, ordinal: own });
    if (now.current.path === path) take(each, written, result);
  }

  function take(each: DeskRow, written: Draft | undefined, result: SaveResult): void {
    const own = each.ordinal;
    if (now.current.rows[now.current.active]?.ordinal === own) shouldFocus.current = true;
    switch (result.kind) {
      case 'saved':
        putRow(result.row);
        // What was written after it was sent is a new draft.
        if (now.current.drafts.get(own) === written) forget(own);
        setNote(own, { kind: 'saved' });
        announce(text(info.canSave ? 'row.savedName' : 'row.keptName', { ordinal: own, state: text(result.row.rejection ? 'state.rejected' : `state.${result.row.state}`) }));
        if (written && each.repeats > 0 && result.row.target.raw !== each.target.raw) {
          setRepeatsOf({ row: result.row, before: each.target.raw });
          announce(text('repeats.offer', { count: each.repeats }));
        }
        break;
      case 'conflict':
        setNote(own, { kind: 'conflict', theirs: result.row });
        announce(text('conflict.said', { ordinal: own }), 'trouble');
        break;
      case 'refused':
        setNote(own, { kind: 'refused', refusal: result.refusal });
        announce(`${own}: ${text('row.refused')} ${result.refusal.message} ${result.refusal.suggestion ?? ''}`, 'trouble');
        break;
      default:
        setNote(own, { kind: 'failed', message: result.message });
        announce(`${own}: ${text('row.failed')} ${result.message}`, 'trouble');
    }
  }

  /** What the person wants of a text that was changed elsewhere. */
  function solve({ ordinal: own }: DeskRow, choice: ConflictChoice): void {
    const conflict = notes.get(own);
    if (conflict?.kind !== 'conflict') return;
    const { theirs } = conflict;
    const written = drafts.get(own);
    const place = { locale: localeId, path, ordinal: own };
    sees({ locale: localeId, path }, [theirs]);
    putRow(theirs);
    setNote(own, undefined);
    setCheck(undefined);
    shouldFocus.current = true;
    setActive(rows.findIndex((each) => each.ordinal === own));
    if (choice === 'theirs' || !written) {
      void api.release?.(place);
      forget(own);
      return;
    }
    const mine = onRow(written, theirs);
    setDrafts((old) => new Map([...old, [own, mine]]));
    keepDraft(place, { draft: mine, source: theirs.source.hash, target: theirs.target.hash });
    setRaw(mine.kind === 'raw');
    if (choice === 'mine') void send(theirs, mine, {});
    else setWriting(true);
  }

  function putRow(next: DeskRow): void {
    setRows((old) => old.map((each) => (each.ordinal === next.ordinal ? next : each)));
  }

  function setNote(own: string, next: RowNote | undefined): void {
    setNotes((old) => (next ? new Map([...old, [own, next]]) : without(old, own)));
  }

  function showOnly(value: string): void {
    const next = SHOWN.find((name) => name === value) ?? 'all';
    const first = rows.findIndex((each) => next === 'all' || FILTERS[next](each));
    setOnly(next);
    if (first >= 0 && row && next !== 'all' && !FILTERS[next](row)) setActive(first);
  }

  function openTab(next: PanelTab): void {
    setTab(next);
    keep('tab', next);
    openPanel(true);
  }

  function openPanel(next: boolean): void {
    setOpen(next);
    keep('panel', next);
  }

  function showRule(next: string): void {
    setRule(next);
    openTab('help');
  }

  /** The concordance of the words that are selected, on the side where they stand. */
  function searchSelection(): void {
    const selection = getSelection();
    const words = selection?.toString().trim() ?? '';
    const anchor = selection?.anchorNode;
    const element = anchor instanceof Element ? anchor : anchor?.parentElement;
    if (words !== '') setQuery({ words, side: element?.closest('.target') ? 'target' : 'source' });
    openTab('concordance');
    if (words === '') requestAnimationFrame(() => document.querySelector<HTMLElement>('.concordance input')?.focus());
  }
}

const NONE: readonly Mark[] = [];
const SHOWN: readonly Shown[] = ['all', 'open', 'findings', 'stale', 'rejected'];
const FILTERS: Readonly<Record<Exclude<Shown, 'all'>, (row: DeskRow) => boolean>> = {
  open: isOpenRow,
  findings: ({ findings }) => findings.length > 0,
  stale: ({ change }) => change !== undefined,
  rejected: ({ rejection }) => rejection !== undefined,
};

/** Waits for a person: not reviewed. */
function isOpenRow({ state, rejection }: DeskRow): boolean {
  return rejection === undefined && state !== 'reviewed' && state !== 'final';
}

function piecesBase(row: DeskRow): Draft {
  return { kind: 'pieces', pieces: piecesOf(row.target, 'target') };
}

/** A draft with the codes of the row as it is now; as Markdown when the row has other codes. */
function onRow(draft: Draft, row: DeskRow): Draft {
  return draft.kind === 'raw' ? draft : (readPieces(draft, row) ?? { kind: 'raw', text: draftText(draft) });
}

function readPieces(draft: Draft & { readonly kind: 'pieces' }, row: DeskRow): Draft | undefined {
  const pieces = withCodesOf(draft.pieces, row);
  return pieces && { kind: 'pieces', pieces };
}

/** Drafts that the browser has kept. One that was made on another text than there is now waits for a decision. */
function readDrafts({ rows }: DeskArticle, known: ReadonlyMap<string, KeptDraft>): { readonly drafts: Map<string, Draft>; readonly notes: Map<string, RowNote> } {
  const drafts = new Map<string, Draft>();
  const notes = new Map<string, RowNote>();
  for (const row of known.size === 0 ? [] : rows) {
    const mine = known.get(row.ordinal);
    if (!mine) continue;
    drafts.set(row.ordinal, onRow(mine.draft, row));
    if (mine.target !== row.target.hash || mine.source !== row.source.hash) notes.set(row.ordinal, { kind: 'conflict', theirs: row });
  }
  return { drafts, notes };
}

function termMarks({ source }: DeskRow, { terms }: SegmentContextResponse): Mark[] {
  const words = source.raw.toLowerCase();
  return terms.flatMap((term): Mark[] => {
    const start = words.indexOf(term.source.toLowerCase());
    return start < 0 ? [] : [{ start, end: start + term.source.length, kind: 'term', title: term.use.join(', ') }];
  });
}

/** Height of a row before it is seen, in pixels: a guess from its length. */
function estimate(row: DeskRow | undefined): number {
  return row ? 62 + Math.ceil(Math.max(row.source.raw.length, row.target.raw.length) / 55) * 27 + row.findings.length * 30 : 90;
}

function without<Value>(map: ReadonlyMap<string, Value>, key: string): ReadonlyMap<string, Value> {
  if (!map.has(key)) return map;
  const next = new Map(map);
  next.delete(key);
  return next;
}
