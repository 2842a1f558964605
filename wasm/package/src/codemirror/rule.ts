// The way to the documentation of a rule. Who embeds the editor may show it; otherwise it is a page in a new tab.

import type { Action, Diagnostic } from "../index.js";
import type { Session } from "./session.js";

export function ruleLink({ rule, url }: Diagnostic, session: Session): HTMLElement {
  const link = document.createElement("a");
  link.textContent = rule;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  if (isPage(url)) link.href = url;
  const { onExplain } = session.options;
  if (onExplain) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      onExplain(rule);
    });
  }
  return link;
}

export function openRule({ rule, url }: Action, { options }: Session): void {
  if (rule && options.onExplain) {
    options.onExplain(rule);
  } else if (url && isPage(url)) {
    window.open(url, "_blank", "noopener,noreferrer");
  }
}

/** Any other address, such as one with `javascript:`, is never followed. */
function isPage(url: string): boolean {
  return url.startsWith("https://");
}
