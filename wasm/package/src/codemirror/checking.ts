import { diagnosticCount, linter, setDiagnostics } from "@codemirror/lint";
import { type Extension, StateEffect } from "@codemirror/state";
import { type EditorView, type PluginValue, type ViewUpdate, ViewPlugin } from "@codemirror/view";
import type { Report } from "../index.js";
import { toEditor } from "./findings.js";
import type { Session } from "./session.js";

/** Above this many characters a check waits for a pause: making one string of such a text takes a while. */
const LARGE = 1_000_000;
/** In milliseconds. */
const PAUSE = 300;
/** More than these are not drawn into the text; the report has them all. */
const DRAWN = 1_000;

const checkAgain = StateEffect.define<void>();

/** Checks the text whenever it changes, and draws what was found into it. */
export function checking(session: Session): Extension {
  return [
    ViewPlugin.define((view) => new Checker(view, session)),
    // Without a source of its own: brings the tooltips, and the findings come through `setDiagnostics`.
    linter(null),
  ];
}

/** Checks again, because something else than the text in the editor has changed. */
export function recheck(view: EditorView): void {
  view.dispatch({ effects: checkAgain.of() });
}

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
