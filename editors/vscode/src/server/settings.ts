import { workspace } from "vscode";
import { type Wish, wishOf } from "./choice.ts";

/** The name of the settings. */
export const SECTION = "lazuli";

/** The settings that decide which server there is. */
export const SERVER_SECTION = `${SECTION}.server`;

export function currentWish(): Wish {
  const settings = workspace.getConfiguration(SECTION);
  return wishOf((name) => settings.inspect(name), workspace.isTrusted);
}

/** What the server is told of the settings. VS Code folds JavaScript and JSON by itself, and better. */
export function serverSettings(): object {
  const apiVersion = workspace.getConfiguration(SECTION).get("inlayHints.apiVersion", false);
  return { inlayHints: { apiVersion }, folding: false };
}
