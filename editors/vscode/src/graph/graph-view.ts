import { type Disposable, env, languages, ViewColumn, type WebviewPanel, window, workspace } from "vscode";
import { type Graph, type GraphQuestion, graphRequest } from "../server/requests.ts";
import type { Session } from "../server/session.ts";
import { graphPage } from "./graph-page.ts";

const COPY = "lazuli.copyGraph";

/** Shows what depends on what: in the project of the open document, or else in all that the server knows. */
export class GraphView implements Disposable {
  private panel: WebviewPanel | undefined;
  private question: GraphQuestion = {};
  // Where the server does not answer, the panel shows what it showed before.
  private readonly saving = workspace.onDidSaveTextDocument(() => this.refresh().catch(() => undefined));

  constructor(private readonly session: Session) {}

  async show(): Promise<void> {
    this.question = this.questionHere();
    const graph = await this.ask();
    if (graph) {
      this.panel ??= this.open();
      this.panel.webview.html = graphPage(graph.svg);
      this.panel.reveal(undefined, true);
    }
  }

  async copy(): Promise<void> {
    // The link in the panel means what the panel shows.
    if (!this.panel?.active) {
      this.question = this.questionHere();
    }
    const graph = await this.ask();
    if (graph) {
      await env.clipboard.writeText(graph.mermaid);
      window.setStatusBarMessage("Copied as Mermaid", 3000);
    }
  }

  dispose(): void {
    this.saving.dispose();
    this.panel?.dispose();
  }

  private open(): WebviewPanel {
    const place = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    const panel = window.createWebviewPanel("lazuli.graph", "What depends on what", place, {
      enableCommandUris: [COPY],
    });
    panel.onDidDispose(() => (this.panel = undefined));
    return panel;
  }

  private async refresh(): Promise<void> {
    if (this.panel?.visible) {
      const graph: Graph | null = await this.session.client.sendRequest(graphRequest, this.question);
      this.panel.webview.html = graphPage(graph?.svg ?? "");
    }
  }

  private questionHere(): GraphQuestion {
    const document = window.activeTextEditor?.document;
    const isChecked = document && languages.match(this.session.client.kinds, document) > 0;
    return isChecked ? { textDocument: { uri: document.uri.toString() } } : {};
  }

  private async ask(): Promise<Graph | undefined> {
    const graph: Graph | null = await this.session.client.sendRequest(graphRequest, this.question);
    if (!graph) {
      void window.showInformationMessage("lazuli: there is no resource to draw.");
    }
    return graph ?? undefined;
  }
}
