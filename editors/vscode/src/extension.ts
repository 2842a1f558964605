import { commands, type Disposable, type ExtensionContext, Uri, window, workspace } from "vscode";
import { GraphView } from "./graph/graph-view.ts";
import type { Platform } from "./platform.ts";
import { SCHEME, schemaDocuments } from "./schema/schema-documents.ts";
import { showSchema } from "./schema/show-schema.ts";
import { Session } from "./server/session.ts";
import { SECTION, SERVER_SECTION, serverSettings } from "./server/settings.ts";
import { Status } from "./status.ts";
import { openSample } from "./walkthrough/open-sample.ts";

let session: Session | undefined;

/** Puts the parts together, and starts the server. */
export function start(context: ExtensionContext, platform: Platform): void {
  const dist = Uri.joinPath(context.extensionUri, "dist");
  const log = window.createOutputChannel("lazuli", { log: true });
  const status = new Status();
  const running = (session = new Session(dist, platform, status, log));
  const graph = new GraphView(running);
  context.subscriptions.push(
    log,
    status,
    running,
    graph,
    workspace.registerTextDocumentContentProvider(SCHEME, schemaDocuments(running)),
    commands.registerCommand("lazuli.restart", () => running.restart()),
    commands.registerCommand("lazuli.showLog", () => log.show()),
    commands.registerCommand("lazuli.showSchema", () => showSchema(running)),
    commands.registerCommand("lazuli.showGraph", () => graph.show()),
    commands.registerCommand("lazuli.copyGraph", () => graph.copy()),
    commands.registerCommand("lazuli.openSample", () => openSample(dist)),
    ...followSettings(running),
  );
  void running.restart();
}

export async function stop(): Promise<void> {
  await session?.stop();
}

function followSettings(running: Session): Disposable[] {
  return [
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(SERVER_SECTION)) {
        void running.restart();
      } else if (event.affectsConfiguration(SECTION)) {
        running.tellSettings(serverSettings());
      }
    }),
    // The workspace has a say in which server there is from now on.
    workspace.onDidGrantWorkspaceTrust(() => void running.restart()),
    // Only the built-in server knows folders that are on no disk.
    workspace.onDidChangeWorkspaceFolders(({ added }) => {
      if (added.some(({ uri }) => uri.scheme !== "file")) {
        void running.restart();
      }
    }),
  ];
}
