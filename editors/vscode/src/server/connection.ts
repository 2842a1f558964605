import type { MessageReader, MessageWriter } from "vscode-languageserver-protocol";

/** The line to a server that runs. */
export interface Connection {
  reader: MessageReader;
  writer: MessageWriter;
  /** How it ended, once it has. */
  ended: Promise<string>;
  /** Ends it, whatever it does. */
  end(): void;
}
