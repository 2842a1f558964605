/** The endings of the files that the server reads. */
const READ = /\.(?:[cm]?[jt]s|jsonc?)$/i;

/** The file that says how the others are checked. */
const CONFIG = "lazuli.toml";

/** The server reads no larger file, in bytes. */
const LARGEST = 16 * 1024 * 1024;

/** Whether the server is told of files of that name and size. What is hidden it does not check anyway. */
export function isTold(name: string, size: number): boolean {
  return !isHidden(name) && size <= LARGEST && (name === CONFIG || READ.test(name));
}

/** Whether there may be such files in a folder of that name. */
export function isEntered(name: string): boolean {
  return !isHidden(name) && name !== "node_modules";
}

function isHidden(name: string): boolean {
  return name.startsWith(".");
}
