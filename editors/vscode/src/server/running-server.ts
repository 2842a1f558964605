import type { LogOutputChannel } from "vscode";
import { State } from "vscode-languageclient";
import { Client } from "./client.ts";
import type { Connection } from "./connection.ts";
import { gate } from "./gate.ts";
import type { Kind } from "./selector.ts";
import { tellOfFiles } from "../files/workspace-files.ts";

/** So long a server has to come up, in milliseconds. */
const PATIENCE = 20_000;

/** So long one has to end that is about to, in milliseconds. */
const LAST_WORDS = 500;

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
  const late = after(PATIENCE).then(() => Promise.reject(new Error("it does not answer")));
  try {
    await Promise.race([client.start(), late]);
  } catch (error) {
    // One that is about to end says by that what is wrong, and better than the message that went astray.
    const how = await Promise.race([connection.ended, after(LAST_WORDS)]);
    connection.end();
    throw how === undefined ? error : new Error(how);
  }
}

function after(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, undefined));
}
