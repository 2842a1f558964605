// lazuli in CodeMirror 6: findings as you type with their fixes, hover, completion, quick fixes and going to a
// definition. Everything that comes from the linter goes into the page as text nodes, never as HTML.

import {
  type Completion as EditorCompletion,
  type CompletionContext,
  type CompletionResult,
  autocompletion,
  pickedCompletion,
  snippet,
} from "@codemirror/autocomplete";
import { type Diagnostic as EditorDiagnostic, diagnosticCount, linter, setDiagnostics } from "@codemirror/lint";
import { EditorState, type Extension, Prec, StateEffect, StateField, type Text } from "@codemirror/state";
import {
  EditorView,
  type PluginValue,
  type Tooltip,
  type ViewUpdate,
  ViewPlugin,
  hoverTooltip,
  keymap,
  showTooltip,
} from "@codemirror/view";
import type { Action, Completion, Diagnostic, Edit, Hover, Linter, Location, Report, SourceFile } from "./index.js";
import type { Client } from "./worker.js";

export interface LazuliOptions {
  /** The path of the text in the editor, as the linter is to see it. Its ending says what the text is. */
  path: string;
  /** The other files of the project. One of the same path gives way to the text in the editor. */
  files?: () => SourceFile[];
  /** What was found in all files, for the text that stands in the editor now. */
  onReport?: (report: Report, answer: Answer) => void;
  /** A call that failed. The editor goes on without its answer. */
  onError?: (error: unknown) => void;
  /** Where a definition in another file is to be shown. */
  onOpen?: (location: Location) => void;
  /** Shows the documentation of a rule in place of a link to it. */
  onExplain?: (rule: string) => void;
}

export interface Answer {
  /** The text that the report is about. */
  document: Text;
  /** When the first edit was made that this report answers, as `performance.now()` tells it. */
  since: number;
}

/** Findings as you type, hover, completion, quick fixes (Mod-.) and going to a definition (F12, Mod-click). */
export function lazuli(client: Linter | Client, options: LazuliOptions): Extension {
  const session = new Session(client, options);
  // One and the same function each time: CodeMirror tells the sources of completions apart by identity.
  const data = [{ autocomplete: (context: CompletionContext) => complete(context, session) }];
  return [
    ViewPlugin.define((view) => new Checker(view, session)),
    // Without a source of its own: brings the tooltips, and the findings come through `setDiagnostics`.
    linter(null),
    hoverTooltip((view, position) => hover(view, position, session)),
    autocompletion(),
    EditorState.languageData.of(() => data),
    openMenu,
    Prec.high(
      keymap.of([
        { key: "Mod-.", run: (view) => showActions(view, session) },
        { key: "F12", run: (view) => goToDefinition(view, view.state.selection.main.head, session) },
      ]),
    ),
    EditorView.domEventHandlers({
      mousedown(event, view) {
        if (event.button !== 0 || !(event.ctrlKey || event.metaKey)) return false;
        const position = view.posAtCoords({ x: event.clientX, y: event.clientY });
        return position !== null && goToDefinition(view, position, session);
      },
    }),
    style,
  ];
}

/** Checks again, because something else than the text in the editor has changed. */
export function recheck(view: EditorView): void {
  view.dispatch({ effects: checkAgain.of() });
}

const checkAgain = StateEffect.define<void>();

class Session {
  constructor(
    readonly client: Linter | Client,
    readonly options: LazuliOptions,
  ) {}

  get path(): string {
    return this.options.path;
  }

  files(document: Text): SourceFile[] {
    const others = this.options.files?.() ?? [];
    return [...others.filter((file) => file.path !== this.path), { path: this.path, text: document.toString() }];
  }

  /** The answer to a call, or nothing when the call failed or the text is another one by now. */
  async ask<T>(view: EditorView, call: (files: SourceFile[]) => T | Promise<T>): Promise<T | undefined> {
    const { doc } = view.state;
    try {
      const answer = await call(this.files(doc));
      return view.state.doc === doc ? answer : undefined;
    } catch (error) {
      this.options.onError?.(error);
      return undefined;
    }
  }
}

// ---------------------------------------------------------------------------------------------------- findings

/** Above this many characters a check waits for a pause: making one string of such a text takes a while. */
const LARGE = 1_000_000;
const PAUSE = 300;
/** More than these are not drawn into the text; the report has them all. */
const DRAWN = 1_000;

/** Keeps one check under way, and the newest text next. */
class Checker implements PluginValue {
  private checking = false;
  private again = false;
  private since: number | undefined;
  private pause: ReturnType<typeof setTimeout> | undefined;
  private closed = false;

  constructor(
    private readonly view: EditorView,
    private readonly session: Session,
  ) {
    this.request();
  }

  update(update: ViewUpdate): void {
    const asked = update.transactions.some((transaction) => transaction.effects.some((effect) => effect.is(checkAgain)));
    if (update.docChanged || asked) this.request();
  }

  destroy(): void {
    this.closed = true;
    clearTimeout(this.pause);
  }

  private request(): void {
    this.since ??= performance.now();
    if (this.checking) {
      this.again = true;
    } else if (this.view.state.doc.length > LARGE) {
      clearTimeout(this.pause);
      this.pause = setTimeout(() => void this.check(), PAUSE);
    } else {
      this.checking = true;
      // An editor does not take changes while it is being updated.
      queueMicrotask(() => void this.check());
    }
  }

  private async check(): Promise<void> {
    const { view, session } = this;
    if (this.closed) return;
    this.checking = true;
    this.again = false;
    const document = view.state.doc;
    const since = this.since ?? performance.now();
    this.since = undefined;
    const report = await session.ask(view, (files) => session.client.check(files));
    this.checking = false;
    if (this.closed) return;
    if (report) {
      this.draw(report);
      session.options.onReport?.(report, { document, since });
    }
    if (this.again || view.state.doc !== document) {
      this.since = report ? this.since : since;
      this.request();
    }
  }

  private draw(report: Report): void {
    const { view, session } = this;
    const found = report.files.find((file) => file.path === session.path)?.diagnostics ?? [];
    if (found.length === 0 && diagnosticCount(view.state) === 0) return;
    const diagnostics = found.slice(0, DRAWN).map((diagnostic) => toEditor(diagnostic, view.state.doc, session));
    view.dispatch(setDiagnostics(view.state, diagnostics));
  }
}

function toEditor(diagnostic: Diagnostic, document: Text, session: Session): EditorDiagnostic {
  const { fix, severity, range, message } = diagnostic;
  const end = Math.min(range.end.offset, document.length);
  return {
    from: Math.min(range.start.offset, end),
    to: end,
    severity,
    message,
    renderMessage: () => renderDiagnostic(diagnostic, session),
    actions: fix
      ? [
          {
            // The label of such a button is plain text, in which backticks would only be in the way.
            name: fixLabel(fix.title, fix.safe).replaceAll("`", ""),
            apply: (view) => void applyFix(view, diagnostic, document, session),
          },
        ]
      : [],
  };
}

function fixLabel(title: string, safe: boolean): string {
  return safe ? title : `${title} (look at it)`;
}

function renderDiagnostic(diagnostic: Diagnostic, session: Session): HTMLElement {
  const parts = [element("div", "cm-lazuli-message", ...prose(diagnostic.message))];
  if (diagnostic.help) parts.push(element("div", "cm-lazuli-help", ...prose(diagnostic.help)));
  parts.push(element("div", "cm-lazuli-rule", ruleLink(diagnostic, session)));
  return element("div", "cm-lazuli-diagnostic", ...parts);
}

function ruleLink({ rule, url }: Diagnostic, session: Session): HTMLElement {
  const link = document.createElement("a");
  link.textContent = rule;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  if (/^https:\/\//.test(url)) link.href = url;
  const { onExplain } = session.options;
  if (onExplain) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      onExplain(rule);
    });
  }
  return link;
}

/** Applies the fix of a finding. Where the text has changed since, the fix is asked for anew. */
async function applyFix(view: EditorView, diagnostic: Diagnostic, checked: Text, session: Session): Promise<void> {
  const { fix, range, rule } = diagnostic;
  if (!fix) return;
  if (view.state.doc === checked) {
    applyEdits(view, fix.edits);
    return;
  }
  const actions = await session.ask(view, (files) =>
    session.client.actions(files, session.path, range.start.offset, range.end.offset),
  );
  const same = actions?.find((action) => action.kind === "fix" && action.rule === rule && action.title === fix.title);
  if (same) applyEdits(view, same.edits);
}

function applyEdits(view: EditorView, edits: readonly Edit[]): void {
  view.dispatch({
    changes: edits.map(({ start, end, text }) => ({ from: start, to: end, insert: text })),
    userEvent: "input.fix",
    scrollIntoView: true,
  });
}

// ------------------------------------------------------------------------------------------------------- hover

async function hover(view: EditorView, position: number, session: Session): Promise<Tooltip | null> {
  const answer = await session.ask(view, (files) => session.client.hover(files, session.path, position));
  if (!answer) return null;
  return {
    pos: answer.range.start.offset,
    end: answer.range.end.offset,
    above: true,
    create: () => ({ dom: renderHover(answer) }),
  };
}

function renderHover({ title, kind, description, facts, origin }: Hover): HTMLElement {
  const head = element("div", "cm-lazuli-title", element("code", "", title));
  if (kind) head.append(element("span", "cm-lazuli-kind", kind));
  const parts = [head];
  if (facts.length > 0) {
    parts.push(element("ul", "cm-lazuli-facts", ...facts.map((fact) => element("li", "", ...prose(fact)))));
  }
  if (description) parts.push(element("div", "cm-lazuli-description", ...prose(description)));
  if (origin) parts.push(element("div", "cm-lazuli-origin", origin));
  return element("div", "cm-lazuli-hover", ...parts);
}

// -------------------------------------------------------------------------------------------------- completion

async function complete(context: CompletionContext, session: Session): Promise<CompletionResult | null> {
  const { state, pos, view } = context;
  if (!view) return null;
  // Typing asks where something may begin or goes on; everywhere else only the key for completion does.
  if (!context.explicit && !/[\w$"'`:\-./{[,(]\s?$/.test(state.sliceDoc(Math.max(0, pos - 2), pos))) return null;
  const answer = await session.ask(view, (files) => session.client.complete(files, session.path, pos));
  // CodeMirror asks again for a text that has changed meanwhile, but only if it is not told that there is nothing.
  if (view.state.doc !== state.doc) return { from: pos, options: [] };
  if (!answer || answer.items.length === 0) return null;
  const start = answer.range.start.offset;
  const end = answer.range.end.offset;
  // What was typed is matched without the quote before it, which the labels do not have.
  const from = Math.min(pos, start + (/^["'`]/.test(state.sliceDoc(start, pos)) ? 1 : 0));
  return {
    from,
    options: answer.items.map((item, index) => toOption(item, index, answer.items.length, { start, end, from, pos })),
  };
}

interface Places {
  start: number;
  end: number;
  from: number;
  pos: number;
}

function toOption(item: Completion, index: number, count: number, places: Places): EditorCompletion {
  const { documentation, detail, required } = item;
  const details = [detail, required ? "required" : undefined].filter((text) => text !== undefined);
  return {
    label: item.label,
    type: KINDS[item.kind],
    // CodeMirror takes -99 to 99; the linter's order holds among those that match what was typed equally well.
    boost: 99 - Math.round((index * 198) / count),
    ...(details.length > 0 ? { detail: details.join(", ") } : {}),
    ...(documentation ? { info: () => element("div", "cm-lazuli-documentation", ...prose(documentation)) } : {}),
    apply: (view, completion, _from, to) => {
      // Letters typed since the answer came have moved the end.
      const end = places.end + (to - places.pos);
      if (item.snippet) {
        snippet(toTemplate(item.snippet))(view, completion, places.start, end);
        return;
      }
      view.dispatch({
        changes: { from: places.start, to: end, insert: item.insert },
        selection: { anchor: places.start + item.insert.length },
        annotations: pickedCompletion.of(completion),
        userEvent: "input.complete",
        scrollIntoView: true,
      });
    },
  };
}

const KINDS = {
  property: "property",
  value: "constant",
  type: "class",
  group: "namespace",
  dependency: "interface",
  resource: "variable",
  snippet: "text",
} as const;

/** Tab stops as CodeMirror writes them: the last one, `$0`, gets a number above all others. */
function toTemplate(text: string): string {
  return text.replace(/\$\{0\}|\$0/g, "${99}").replace(/\$(\d+)/g, "${$1}");
}

// ----------------------------------------------------------------------------------------------- to a definition

function goToDefinition(view: EditorView, position: number, session: Session): boolean {
  void (async () => {
    const location = await session.ask(view, (files) => session.client.definition(files, session.path, position));
    if (!location) return;
    if (location.path !== session.path) {
      session.options.onOpen?.(location);
      return;
    }
    const { start, end } = location.range;
    view.dispatch({ selection: { anchor: start.offset, head: end.offset }, scrollIntoView: true });
    view.focus();
  })();
  return true;
}

// ------------------------------------------------------------------------------------------------- quick fixes

interface Menu {
  position: number;
  actions: readonly Action[];
  session: Session;
}

const setMenu = StateEffect.define<Menu | undefined>();

/** The menu of quick fixes, which closes as soon as the text or the selection is another. */
const openMenu = StateField.define<Tooltip | null>({
  create: () => null,
  update(tooltip, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setMenu)) return effect.value ? menuTooltip(effect.value) : null;
    }
    return transaction.docChanged || transaction.selection ? null : tooltip;
  },
  provide: (field) => showTooltip.from(field),
});

function showActions(view: EditorView, session: Session): boolean {
  void (async () => {
    const { from, to } = view.state.selection.main;
    const actions = await session.ask(view, (files) => session.client.actions(files, session.path, from, to));
    if (!actions) return;
    view.dispatch({ effects: setMenu.of({ position: view.state.selection.main.head, actions, session }) });
  })();
  return true;
}

function menuTooltip(menu: Menu): Tooltip {
  return {
    pos: menu.position,
    above: false,
    create: (view) => {
      const dom = renderMenu(view, menu);
      return { dom, mount: () => dom.querySelector("button")?.focus() };
    },
  };
}

function renderMenu(view: EditorView, { actions, session }: Menu): HTMLElement {
  const close = () => {
    view.dispatch({ effects: setMenu.of(undefined) });
    view.focus();
  };
  const items = actions.map((action) => menuItem(fixLabel(action.title, action.safe || action.kind !== "fix"), () => {
    close();
    perform(view, action, session);
  }));
  if (items.length === 0) items.push(menuItem("Nothing to fix here", close));
  const list = element("div", "cm-lazuli-menu", ...items);
  list.setAttribute("role", "menu");
  list.setAttribute("aria-label", "Quick fixes");
  list.addEventListener("keydown", (event) => {
    const index = items.findIndex((item) => item.matches(":focus"));
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) items[(index + step + items.length) % items.length]?.focus();
    else if (event.key === "Home") items[0]?.focus();
    else if (event.key === "End") items[items.length - 1]?.focus();
    else if (event.key === "Escape" || event.key === "Tab") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  list.addEventListener("focusout", (event) => {
    if (!(event.relatedTarget instanceof Node && list.contains(event.relatedTarget))) {
      // The menu may be closing already, and an editor does not take changes while it is being updated.
      queueMicrotask(() => list.isConnected && view.dispatch({ effects: setMenu.of(undefined) }));
    }
  });
  return list;
}

function menuItem(label: string, run: () => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.setAttribute("role", "menuitem");
  button.append(...prose(label));
  button.addEventListener("click", run);
  return button;
}

function perform(view: EditorView, action: Action, { options }: Session): void {
  if (action.kind !== "explain") {
    applyEdits(view, action.edits);
  } else if (action.rule && options.onExplain) {
    options.onExplain(action.rule);
  } else if (action.url && /^https:\/\//.test(action.url)) {
    window.open(action.url, "_blank", "noopener,noreferrer");
  }
}

// --------------------------------------------------------------------------------------------------- rendering

function element(name: string, className: string, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/** Text with what stands in backticks as code. */
function prose(text: string): (Node | string)[] {
  return text.split(/(`[^`]+`)/).map((part) => (/^`[^`]+`$/.test(part) ? element("code", "", part.slice(1, -1)) : part));
}

const style = EditorView.baseTheme({
  ".cm-lazuli-diagnostic, .cm-lazuli-hover, .cm-lazuli-documentation": {
    maxWidth: "60ch",
    overflowWrap: "anywhere",
    // Text of unknown direction must not turn the text around it.
    unicodeBidi: "isolate",
  },
  ".cm-lazuli-hover": { padding: "6px 9px" },
  ".cm-lazuli-diagnostic code, .cm-lazuli-hover code, .cm-lazuli-documentation code, .cm-lazuli-menu code": {
    fontFamily: "monospace",
    unicodeBidi: "isolate",
  },
  ".cm-lazuli-message, .cm-lazuli-help, .cm-lazuli-description": { whiteSpace: "pre-wrap" },
  ".cm-lazuli-help, .cm-lazuli-rule, .cm-lazuli-kind, .cm-lazuli-origin": { opacity: "0.8" },
  ".cm-lazuli-rule": { fontSize: "0.9em" },
  ".cm-lazuli-title": { display: "flex", gap: "1ch", alignItems: "baseline", fontWeight: "600" },
  ".cm-lazuli-kind": { fontWeight: "normal" },
  ".cm-lazuli-facts": { margin: "2px 0", paddingLeft: "1.2em" },
  ".cm-lazuli-menu": { display: "flex", flexDirection: "column", padding: "4px", maxWidth: "60ch" },
  ".cm-lazuli-menu button": {
    padding: "3px 8px",
    border: "0",
    background: "none",
    color: "inherit",
    font: "inherit",
    textAlign: "left",
    cursor: "pointer",
  },
  ".cm-lazuli-menu button:focus, .cm-lazuli-menu button:hover": { background: "#26619c33", outline: "none" },
});
