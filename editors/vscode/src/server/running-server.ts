import type { LogOutputChannel } from "vscode";
import { ErrorCodes, ResponseError, State } from "vscode-languageclient";
import { Client } from "./client.ts";
import type { Connection } from "./connection.ts";
import { gate } from "./gate.ts";
import type { Kind } from "./selector.ts";
import { tellOfFiles } from "../files/workspace-files.ts";

/** So long a server has to come up, in milliseconds. */
const PATIENCE = 20_000;

/** A server that runs, with its client. */
export interface RunningServer {
  client: Client;
  /** When there is nothing left that it has to be told before it can answer. */
  ready: Promise<void>;
  /** How it ended, if it does by itself. */
  crashed: Promise<string>;
  stop(): Promise<void>;
}

/** Starts a server at the end of a line; one that `hasNoDisk` is told of the files. Fails where it does not come up. */
export async function runServer(
  connection: Connection,
  hasNoDisk: boolean,
  kinds: Kind[],
  log: LogOutputChannel,
  trace: LogOutputChannel,
): Promise<RunningServer> {
  const ready = gate();
  const client = new Client(connection, kinds, log, trace, ready);
  let isStopping = false;
  const crashed = new Promise<string>((resolve) => {
    client.onDidChangeState(({ oldState, newState }) => {
      if (oldState === State.Running && newState === State.Stopped && !isStopping) {
        connection.end();
        resolve(connection.ended);
      }
    });
  });
  await start(client, connection);
  const telling = hasNoDisk ? tellOfFiles(client, ready, log) : undefined;
  if (!telling) {
    ready.open();
  }
  return {
    client,
    ready: telling?.told ?? ready.opened,
    crashed,
    stop: async () => {
      isStopping = true;
      telling?.dispose();
      try {
        await client.stop();
      } catch {
        // It did not answer, and is ended all the same.
      }
      connection.end();
    },
  };
}

async function start(client: Client, connection: Connection): Promise<void> {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<string>((resolve) => {
    waiting = setTimeout(() => resolve("it does not answer"), PATIENCE);
  });
  const failed = Promise.race([connection.ended, late]).then((how) => Promise.reject(new Error(how)));
  try {
    await Promise.race([client.start(), failed]);
  } catch (error) {
    connection.end();
    // How it ended says more than that an answer is missing.
    throw isMissing(error) ? new Error(await connection.ended) : error;
  } finally {
    clearTimeout(waiting);
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof ResponseError && error.code === ErrorCodes.PendingResponseRejected;
}
