import {
  type Completion as EditorCompletion,
  type CompletionContext,
  type CompletionResult,
  autocompletion,
  pickedCompletion,
  snippet,
} from "@codemirror/autocomplete";
import { EditorState, type Extension } from "@codemirror/state";
import type { Completion, Edit } from "../index.js";
import { element, prose } from "./elements.js";
import type { Session } from "./session.js";

/** The keys, values, types and names that can stand at the cursor, beside what other sources offer. */
export function completion(session: Session): Extension {
  // One and the same function each time: CodeMirror tells the sources of completions apart by identity.
  const data = [{ autocomplete: (context: CompletionContext) => complete(context, session) }];
  return [autocompletion(), EditorState.languageData.of(() => data)];
}

async function complete(context: CompletionContext, session: Session): Promise<CompletionResult | null> {
  const { state, pos, view } = context;
  if (!view) return null;
  // Typing asks where something may begin or goes on; everywhere else only the key for completion does.
  if (!context.explicit && !/[\w$"'`:\-./{[,(]\s?$/.test(state.sliceDoc(Math.max(0, pos - 2), pos))) return null;
  const answer = await session.ask(view, (files) => session.client.complete(files, session.path, pos));
  // CodeMirror asks again for a text that has changed meanwhile, but only if it is not told that there is nothing.
  if (view.state.doc !== state.doc) return { from: pos, options: [] };
  if (!answer || answer.items.length === 0) return null;
  const start = answer.range.start.offset;
  const end = answer.range.end.offset;
  const places = { start, end, cursor: pos, besides: answer.besides };
  return {
    from: start,
    options: answer.items.map((item, index) => toOption(item, index, answer.items.length, places)),
  };
}

/** What a completion replaces, and where the cursor stood when it was asked for. */
interface Places {
  start: number;
  end: number;
  cursor: number;
  /** What else is changed, before it. */
  besides: Edit[];
}

function toOption(item: Completion, index: number, count: number, places: Places): EditorCompletion {
  const { documentation, detail, required } = item;
  const details = [detail, required ? "required" : undefined].filter((text) => text !== undefined);
  return {
    label: item.label,
    type: KINDS[item.kind],
    // CodeMirror takes -99 to 99; the linter's order holds among those that match what was typed equally well.
    boost: 99 - Math.round((index * 198) / count),
    ...(details.length > 0 ? { detail: details.join(", ") } : {}),
    ...(documentation ? { info: () => element("div", "cm-lazuli-documentation", ...prose(documentation)) } : {}),
    apply: (view, picked, _from, to) => {
      // Letters typed since the answer came have moved the end.
      const moved = places.besides.reduce((length, { start, end, text }) => length + text.length - (end - start), 0);
      const start = places.start + moved;
      const end = places.end + (to - places.cursor) + moved;
      view.dispatch({ changes: places.besides.map((edit) => ({ from: edit.start, to: edit.end, insert: edit.text })) });
      if (item.snippet) {
        snippet(item.snippet)(view, picked, start, end);
        return;
      }
      view.dispatch({
        changes: { from: start, to: end, insert: item.insert },
        selection: { anchor: start + item.insert.length },
        annotations: pickedCompletion.of(picked),
        userEvent: "input.complete",
        scrollIntoView: true,
      });
    },
  };
}

const KINDS = {
  property: "property",
  value: "constant",
  type: "class",
  group: "namespace",
  dependency: "interface",
  resource: "variable",
  definition: "class",
} as const;
