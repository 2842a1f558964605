import init, { LanguageServer } from "../../bindings/lazuli_language_server.js";

/** The line to whoever started the worker. */
export interface Line {
  send(message: string): void;
  listen(hear: (data: string | Uint8Array) => void): void;
  close(): void;
}

/**
 * Runs the server at the end of a line. It does one thing at a turn of the event loop, so that messages that come
 * meanwhile are taken in first: what is called off is not answered, and what is typed over is not checked.
 */
export function serve(line: Line): void {
  const early: string[] = [];
  const turn = new MessageChannel();
  let server: LanguageServer | undefined;
  let isWorking = false;

  const work = (): void => {
    isWorking = true;
    turn.port2.postMessage(undefined);
  };
  const take = (message: string): void => {
    const refusal = server?.take(message);
    if (refusal !== undefined) {
      line.send(refusal);
    }
    if (!isWorking) {
      work();
    }
  };
  turn.port1.onmessage = () => {
    isWorking = false;
    const goesOn = server?.step();
    server?.messages().forEach((message) => line.send(message));
    if (server?.exitCode !== undefined) {
      line.close();
    } else if (goesOn) {
      work();
    }
  };
  const start = async (module: Uint8Array): Promise<void> => {
    await init({ module_or_path: module as BufferSource });
    server = new LanguageServer();
    early.forEach(take);
  };

  line.listen((data) => {
    if (typeof data !== "string") {
      start(data).catch((error: unknown) => {
        // Thrown out of here, it ends the worker as a trap does, and whoever started it is told.
        setTimeout(() => {
          throw error;
        });
      });
    } else if (server) {
      take(data);
    } else {
      early.push(data);
    }
  });
}
