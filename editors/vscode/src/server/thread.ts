import {
  AbstractMessageReader,
  AbstractMessageWriter,
  type DataCallback,
  type Disposable,
  type Message,
  type MessageWriter,
} from "vscode-languageserver-protocol";
import type { Connection } from "./connection.ts";

/** A worker, of Node or of a browser. */
export interface Thread {
  send(data: string | Uint8Array): void;
  listen(hear: (message: string) => void): Disposable;
  /** How it ended, once it has: a trap in it ends it. */
  ended: Promise<string>;
  end(): void;
}

/** Starts the built-in server in a worker. The module goes first, then the messages as the texts that the server takes. */
export function connectThread(thread: Thread, module: Uint8Array): Connection {
  thread.send(module);
  return {
    reader: new ThreadReader(thread),
    writer: new ThreadWriter(thread),
    ended: thread.ended,
    end: () => thread.end(),
  };
}

class ThreadReader extends AbstractMessageReader {
  constructor(private readonly thread: Thread) {
    super();
    void thread.ended.then(() => this.fireClose());
  }

  listen(callback: DataCallback): Disposable {
    return this.thread.listen((message) => callback(JSON.parse(message) as Message));
  }
}

class ThreadWriter extends AbstractMessageWriter implements MessageWriter {
  constructor(private readonly thread: Thread) {
    super();
  }

  async write(message: Message): Promise<void> {
    this.thread.send(JSON.stringify(message));
  }

  end(): void {
    // The server ends by itself when it is told to.
  }
}
