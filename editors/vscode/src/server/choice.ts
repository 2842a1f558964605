/** What the settings say about the server. */
export interface Wish {
  kind: (typeof KINDS)[number];
  /** The program that is named; empty where none is. */
  path: string;
}

/** The server that checks the files: a program of the machine, or the one in the extension. */
export type Server = { kind: "native"; path: string; version: string } | typeof BUILTIN;

/** The programs of the machine. */
export interface Programs {
  /** Where the program of that name is, if it is installed. */
  find(name: string): Promise<string | undefined>;
  /** The version of lazuli that a program is; fails with the reason why it is none. */
  version(path: string): Promise<string>;
}

export interface Choice {
  /** None where only a program of the machine was wished for, and there is none. */
  server?: Server;
  /** Why it is not what was wished for. */
  problem?: string;
}

/** A setting as it stands in the places where it can be made. */
export interface Inspected {
  defaultValue?: unknown;
  globalValue?: unknown;
  workspaceValue?: unknown;
  workspaceFolderValue?: unknown;
}

const KINDS = ["auto", "native", "builtin"] as const;

export const BUILTIN = { kind: "builtin" } as const;

/** The name of the program. */
const PROGRAM = "lazuli";

/** What is wished for. A workspace that nobody trusts has no say in which program is started. */
export function wishOf(inspect: (name: string) => Inspected | undefined, isTrusted: boolean): Wish {
  const value = (name: string): unknown => {
    const { defaultValue, globalValue, workspaceValue, workspaceFolderValue } = inspect(name) ?? {};
    return (isTrusted ? (workspaceFolderValue ?? workspaceValue) : undefined) ?? globalValue ?? defaultValue;
  };
  const path = value("server.path");
  const wished = value("server.kind");
  return { kind: KINDS.find((kind) => kind === wished) ?? "auto", path: typeof path === "string" ? path.trim() : "" };
}

/**
 * Chooses the server. There are no `programs` in a browser; and where files are not `onDisk`, a program would not find
 * them, so it is taken only by who insists.
 */
export async function chooseServer(wish: Wish, programs: Programs | undefined, onDisk: boolean): Promise<Choice> {
  if (wish.kind === "builtin" || !programs || (wish.kind === "auto" && !onDisk)) {
    return { server: BUILTIN };
  }
  const path = wish.path || (await programs.find(PROGRAM));
  if (path) {
    try {
      return { server: { kind: "native", path, version: await programs.version(path) } };
    } catch (error) {
      const problem = `${path}: ${error instanceof Error ? error.message : String(error)}`;
      return wish.kind === "native" ? { problem } : { server: BUILTIN, problem };
    }
  }
  return wish.kind === "native" ? { problem: `There is no program \`${PROGRAM}\` on the PATH.` } : { server: BUILTIN };
}
