import { type Extension, Prec } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import type { Session } from "./session.js";

/** Going to the declaration of the resource that is named at a place: F12 and Mod-click. */
export function definition(session: Session): Extension {
  return [
    Prec.high(
      keymap.of([{ key: "F12", run: (view) => goToDefinition(view, view.state.selection.main.head, session) }]),
    ),
    EditorView.domEventHandlers({
      mousedown(event, view) {
        if (event.button !== 0 || !(event.ctrlKey || event.metaKey)) return false;
        const position = view.posAtCoords({ x: event.clientX, y: event.clientY });
        return position !== null && goToDefinition(view, position, session);
      },
    }),
  ];
}

function goToDefinition(view: EditorView, position: number, session: Session): boolean {
  void (async () => {
    const location = await session.ask(view, (files) => session.client.definition(files, session.path, position));
    if (!location) return;
    if (location.path !== session.path) {
      session.options.onOpen?.(location);
      return;
    }
    const { start, end } = location.range;
    view.dispatch({ selection: { anchor: start.offset, head: end.offset }, scrollIntoView: true });
    view.focus();
  })();
  return true;
}
