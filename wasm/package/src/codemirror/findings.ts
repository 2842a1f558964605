import type { Diagnostic as EditorDiagnostic } from "@codemirror/lint";
import type { Text } from "@codemirror/state";
import type { Diagnostic } from "../index.js";
import { element, prose } from "./elements.js";
import { applyFix, fixLabel } from "./fix.js";
import { ruleLink } from "./rule.js";
import type { Session } from "./session.js";

/** A finding as the editor shows it, with a button for its fix. */
export function toEditor(diagnostic: Diagnostic, document: Text, session: Session): EditorDiagnostic {
  const { fix, severity, range, message } = diagnostic;
  const end = Math.min(range.end.offset, document.length);
  return {
    from: Math.min(range.start.offset, end),
    to: end,
    severity,
    message,
    renderMessage: () => renderDiagnostic(diagnostic, session),
    actions: fix
      ? [
          {
            // The label of such a button is plain text, in which backticks would only be in the way.
            name: fixLabel(fix.title, fix.safe).replaceAll("`", ""),
            apply: (view) => void applyFix(view, diagnostic, document, session),
          },
        ]
      : [],
  };
}

function renderDiagnostic(diagnostic: Diagnostic, session: Session): HTMLElement {
  const parts = [element("div", "cm-lazuli-message", ...prose(diagnostic.message))];
  if (diagnostic.help) parts.push(element("div", "cm-lazuli-help", ...prose(diagnostic.help)));
  parts.push(element("div", "cm-lazuli-rule", ruleLink(diagnostic, session)));
  return element("div", "cm-lazuli-diagnostic", ...parts);
}
