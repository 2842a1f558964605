import { commands, type Disposable, type LogOutputChannel, Uri, window, workspace } from "vscode";
import { DidChangeConfigurationNotification } from "vscode-languageclient";
import { OneByOne } from "../one-by-one.ts";
import type { Platform } from "../platform.ts";
import type { Status } from "../status.ts";
import { BUILTIN, chooseServer, type Server, type Wish } from "./choice.ts";
import type { Client } from "./client.ts";
import type { Connection } from "./connection.ts";
import { remedyFor } from "./remedy.ts";
import { type RunningServer, runServer } from "./running-server.ts";
import { kindsIn } from "./selector.ts";
import { currentWish } from "./settings.ts";
import { connectThread } from "./thread.ts";
import { traceChannel } from "./trace.ts";

/** The one server that runs at a time: started, started again, and mended when it ends by itself. */
export class Session implements Disposable {
  private running: RunningServer | undefined;
  /** When servers ended by themselves since somebody asked for one. */
  private crashes: number[] = [];
  private readonly jobs = new OneByOne((error) => {
    this.log.error(String(error));
    this.status.failed(messageOf(error));
  });
  /** The restart that has not begun yet; who asks for another means the same one. */
  private due: Promise<void> | undefined;
  private readonly trace: LogOutputChannel;

  constructor(
    private readonly dist: Uri,
    private readonly platform: Platform,
    private readonly status: Status,
    private readonly log: LogOutputChannel,
  ) {
    this.trace = traceChannel(log);
  }

  /** The client of the server; fails where none runs. */
  get client(): Client {
    if (!this.running) {
      throw new Error("No server of lazuli's is running: its log says why.");
    }
    return this.running.client;
  }

  /** Tells the server that its settings changed, where there is one. */
  tellSettings(settings: object): void {
    const telling = this.running?.client.sendNotification(DidChangeConfigurationNotification.type, { settings });
    telling?.catch((error: unknown) => this.log.error(messageOf(error)));
  }

  restart(): Promise<void> {
    this.due ??= this.jobs.add(async () => {
      this.due = undefined;
      this.crashes = [];
      await this.end();
      await this.begin();
    });
    return this.due;
  }

  stop(): Promise<void> {
    return this.jobs.add(() => this.end());
  }

  dispose(): void {
    this.trace.dispose();
  }

  private async end(): Promise<void> {
    const ending = this.running;
    this.running = undefined;
    await ending?.stop();
  }

  private async begin(): Promise<void> {
    const wish = currentWish();
    const onDisk = (workspace.workspaceFolders ?? []).every(({ uri }) => uri.scheme === "file");
    const { server, problem } = await chooseServer(wish, this.platform.machine?.programs, onDisk);
    if (server) {
      if (problem) {
        this.log.warn(problem);
        if (wish.path) {
          this.tell(`lazuli: ${problem}. The built-in server is used instead.`);
        }
      }
      await this.run(server, wish);
    } else {
      this.giveUp(problem ?? "");
    }
  }

  private async run(server: Server, wish: Wish): Promise<void> {
    const kinds = kindsIn((workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme));
    this.status.starts(server, kinds);
    this.log.info(server.kind === "native" ? `Starting ${server.path}` : "Starting the built-in server");
    try {
      const running = await runServer(
        await this.connect(server),
        server.kind === "builtin",
        kinds,
        this.log,
        this.trace,
      );
      this.running = running;
      void running.crashed.then((how) =>
        this.jobs.add(async () => {
          if (this.running === running) {
            await this.mend(server, wish, how);
          }
        }),
      );
      void running.ready.then(() => this.running === running && this.status.runs(server));
    } catch (error) {
      await this.mend(server, wish, messageOf(error));
    }
  }

  private async connect(server: Server): Promise<Connection> {
    if (server.kind === "native" && this.platform.machine) {
      return this.platform.machine.start(server.path, (line) => this.log.info(line));
    }
    const module = await workspace.fs.readFile(Uri.joinPath(this.dist, "server.wasm"));
    return connectThread(this.platform.startThread(this.dist), module);
  }

  private async mend(server: Server, wish: Wish, how: string): Promise<void> {
    await this.end();
    const now = Date.now();
    this.crashes.push(now);
    const name = server.kind === "native" ? server.path : "the built-in server";
    const event = `lazuli: ${name} stopped (${how}).`;
    this.log.error(event);
    switch (remedyFor(server, wish, this.crashes, now)) {
      case "again":
        this.tell(`${event} It was started again.`);
        return this.run(server, wish);
      case "builtin":
        this.tell(`${event} The built-in server has taken over.`);
        return this.run(BUILTIN, wish);
      case "none":
        this.giveUp(event);
    }
  }

  private giveUp(reason: string): void {
    this.log.error(reason);
    this.status.failed(reason);
    this.tell(`${reason} Nothing is checked until the server is restarted.`);
  }

  private tell(message: string): void {
    const actions = { "Show Log": "lazuli.showLog", Restart: "lazuli.restart" } as const;
    const titles = Object.keys(actions) as (keyof typeof actions)[];
    void window
      .showWarningMessage(message, ...titles)
      .then((title) => title && commands.executeCommand(actions[title]));
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
