import { EventEmitter, LogLevel, type LogOutputChannel, workspace } from "vscode";
import { SECTION } from "./settings.ts";

const SETTING = `${SECTION}.trace.server`;

/**
 * Where the messages go that the setting asks for. The client would write them only while the level of the log is
 * "trace", which nobody who makes the setting would guess: here they always come through.
 */
export function traceChannel(log: LogOutputChannel): LogOutputChannel {
  const levels = new EventEmitter<LogLevel>();
  const listening = workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(SETTING)) {
      levels.fire(level());
    }
  });
  return {
    ...log,
    get logLevel() {
      return level();
    },
    onDidChangeLogLevel: levels.event,
    trace: (message) => log.info(message),
    dispose: () => {
      listening.dispose();
      levels.dispose();
    },
  };
}

function level(): LogLevel {
  return workspace.getConfiguration().get(SETTING, "off") === "off" ? LogLevel.Info : LogLevel.Trace;
}
