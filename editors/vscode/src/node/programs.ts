import { execFile } from "node:child_process";
import { access, constants, stat } from "node:fs/promises";
import { delimiter, isAbsolute, join } from "node:path";
import { promisify } from "node:util";

/** So long a program has to say its version, in milliseconds. */
const PATIENCE = 5000;

/**
 * Looks for a program in the folders of the PATH. It is not left to the system, which on Windows looks in the current
 * folder first; and of the PATH only whole paths count, for the others begin in that folder, too.
 */
export async function find(name: string): Promise<string | undefined> {
  const file = process.platform === "win32" ? `${name}.exe` : name;
  const folders = (process.env.PATH ?? "").split(delimiter).filter(isAbsolute);
  for (const folder of folders) {
    const path = join(folder, file);
    if (await isProgram(path)) {
      return path;
    }
  }
  return undefined;
}

/** The version that `lazuli --version` says; fails where a program is something else, or does not run. */
export async function version(path: string): Promise<string> {
  if (!isAbsolute(path)) {
    throw new Error("this is no whole path");
  }
  if (!(await isProgram(path))) {
    throw new Error("there is no such program");
  }
  const { stdout } = await promisify(execFile)(path, ["--version"], { timeout: PATIENCE, windowsHide: true });
  const said = /^lazuli (\d\S*)/.exec(stdout)?.[1];
  if (said === undefined) {
    throw new Error("this program is not lazuli");
  }
  return said;
}

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
