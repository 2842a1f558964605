import { type Command, type Disposable, languages, type LanguageStatusItem, LanguageStatusSeverity } from "vscode";
import type { Server } from "./server/choice.ts";
import type { Kind } from "./server/selector.ts";

const RESTART: Command = { command: "lazuli.restart", title: "Restart" };
const SHOW_LOG: Command = { command: "lazuli.showLog", title: "Show Log" };

/** Says beside the language of a document which server checks it, and how it is. */
export class Status implements Disposable {
  private readonly item: LanguageStatusItem;

  constructor() {
    this.item = languages.createLanguageStatusItem("lazuli", []);
    this.item.name = "lazuli";
  }

  starts(server: Server, kinds: Kind[]): void {
    this.item.selector = kinds;
    this.item.busy = true;
    this.show(server, SHOW_LOG);
  }

  runs(server: Server): void {
    this.item.busy = false;
    this.show(server, RESTART);
  }

  failed(reason: string): void {
    this.item.busy = false;
    this.item.severity = LanguageStatusSeverity.Error;
    this.item.text = "lazuli does not run";
    this.item.detail = reason;
    this.item.command = SHOW_LOG;
  }

  dispose(): void {
    this.item.dispose();
  }

  private show(server: Server, command: Command): void {
    this.item.severity = LanguageStatusSeverity.Information;
    this.item.text = server.kind === "native" ? `lazuli ${server.version}` : "lazuli (built-in)";
    this.item.detail = server.kind === "native" ? server.path : "";
    this.item.command = command;
  }
}
