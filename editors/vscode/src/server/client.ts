import type { LogOutputChannel } from "vscode";
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  type LanguageClientOptions,
  type MessageSignature,
} from "vscode-languageclient";
import type { Connection } from "./connection.ts";
import type { Gate } from "./gate.ts";
import { filesNotification } from "./requests.ts";
import type { Kind } from "./selector.ts";
import { SECTION, serverSettings } from "./settings.ts";

/** The client of one server, from its start to its end: for another server there is another client. */
export class Client extends LanguageClient {
  constructor(
    connection: Connection,
    /** The documents that the server is told of. */
    readonly kinds: Kind[],
    log: LogOutputChannel,
    trace: LogOutputChannel,
    ready: Gate,
  ) {
    super(SECTION, "lazuli", () => Promise.resolve(connection), optionsOf(kinds, log, trace, ready));
  }

  /** Goes into the log only. What somebody has to know, the session tells, and says what is done about it. */
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

function optionsOf(kinds: Kind[], log: LogOutputChannel, trace: LogOutputChannel, ready: Gate): LanguageClientOptions {
  return {
    documentSelector: kinds,
    outputChannel: log,
    traceOutputChannel: trace,
    initializationOptions: serverSettings,
    initializationFailedHandler: () => false,
    // Starting again is up to the session, which knows what else there is to start.
    errorHandler: {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () => ({
        action: CloseAction.DoNotRestart,
        handled: true,
        message: "The line to the server was closed.",
      }),
    },
    middleware: {
      workspace: { configuration: ({ items }) => items.map(serverSettings) },
      // All that comes while nothing can be said yet waits, in the order in which it came.
      sendRequest: async (type, params, token, next) => {
        await ready.opened;
        return next(type, params, token);
      },
      sendNotification: async (type, next, params) => {
        if (methodOf(type) !== filesNotification.method) {
          await ready.opened;
        }
        return next(type, params);
      },
    },
  };
}

function methodOf(type: string | MessageSignature): string {
  return typeof type === "string" ? type : type.method;
}
