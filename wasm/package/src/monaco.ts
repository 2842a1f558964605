import type * as Monaco from "monaco-editor";
import type { Completion, CompletionKind, Edit, Linter, Range, Severity, SourceFile } from "./index.js";
import type { Client } from "./worker.js";

export interface LazuliOptions {
  /** The name of the text in the editor, whose ending says what it is. */
  path: string;
  /** The other files of the project. */
  files?: () => SourceFile[];
  /** A question that failed. The editor goes on without its answer. */
  onError?: (error: unknown) => void;
}

/** Whose the markers are. */
const OWNER = "lazuli";

/**
 * Findings as you type with their fixes, hover, and completion for a model of Monaco. What comes back takes all of it
 * away again.
 */
export function lazuli(
  monaco: typeof Monaco,
  model: Monaco.editor.ITextModel,
  client: Linter | Client,
  options: LazuliOptions,
): Monaco.IDisposable {
  const files = (): SourceFile[] => {
    const others = (options.files?.() ?? []).filter((file) => file.path !== options.path);
    return [{ path: options.path, text: model.getValue() }, ...others];
  };
  const isMeant = (other: Monaco.editor.ITextModel): boolean => other === model;
  const language = model.getLanguageId();

  const check = async (): Promise<void> => {
    const version = model.getVersionId();
    const report = await client.check(files(), { only: [options.path] });
    if (model.isDisposed() || model.getVersionId() !== version) {
      return;
    }
    const found = report.files[0]?.diagnostics ?? [];
    monaco.editor.setModelMarkers(
      model,
      OWNER,
      found.map((finding) => ({
        ...rangeOf(finding.range),
        severity: severityOf(monaco, finding.severity),
        message: finding.help ? `${finding.message}\n${finding.help}` : finding.message,
        source: OWNER,
        code: { value: finding.rule, target: monaco.Uri.parse(finding.url) },
      })),
    );
  };
  const failed = (error: unknown): undefined => options.onError?.(error) as undefined;
  const checkNow = (): void =>
    void check().catch((error: unknown) => {
      monaco.editor.setModelMarkers(model, OWNER, []);
      failed(error);
    });
  /** The answer of a linter, be it in a worker or not; none where it fails. */
  const ask = async <Answer>(question: () => Answer | Promise<Answer>): Promise<Answer | undefined> => {
    try {
      return await question();
    } catch (error) {
      return failed(error);
    }
  };

  const registered = [
    model.onDidChangeContent(checkNow),
    monaco.languages.registerHoverProvider(language, {
      async provideHover(asked, position) {
        const offset = model.getOffsetAt(position);
        const hover = isMeant(asked) ? await ask(() => client.hover(files(), options.path, offset)) : undefined;
        return hover && { range: rangeOf(hover.range), contents: [{ value: hover.markdown, isTrusted: false }] };
      },
    }),
    monaco.languages.registerCompletionItemProvider(language, {
      triggerCharacters: ['"', "'", ":", " "],
      async provideCompletionItems(asked, position) {
        const offset = model.getOffsetAt(position);
        const found = isMeant(asked) ? await ask(() => client.complete(files(), options.path, offset)) : undefined;
        const besides = found?.besides.map((edit) => textEdit(model, edit));
        const suggestions = found?.items.map((item, at) => ({
          ...suggestion(monaco, item, at, rangeOf(found.range)),
          additionalTextEdits: besides,
        }));
        return { suggestions: suggestions ?? [] };
      },
    }),
    monaco.languages.registerCodeActionProvider(language, {
      async provideCodeActions(asked, range) {
        if (!isMeant(asked)) {
          return { actions: [], dispose() {} };
        }
        const start = model.getOffsetAt(monaco.Range.getStartPosition(range));
        const end = model.getOffsetAt(monaco.Range.getEndPosition(range));
        const actions = await ask(() => client.actions(files(), options.path, start, end));
        return {
          actions: (actions ?? [])
            .filter(({ edits }) => edits.length > 0)
            .map(({ title, kind, safe, edits }) => ({
              title,
              kind: "quickfix",
              isPreferred: kind === "fix" && safe,
              edit: { edits: edits.map((edit) => workspaceEdit(model, edit)) },
            })),
          dispose() {},
        };
      },
    }),
  ];
  checkNow();
  return {
    dispose() {
      registered.forEach((each) => each.dispose());
      if (!model.isDisposed()) {
        monaco.editor.setModelMarkers(model, OWNER, []);
      }
    },
  };
}

function rangeOf({ start, end }: Range): Monaco.IRange {
  return { startLineNumber: start.line, startColumn: start.column, endLineNumber: end.line, endColumn: end.column };
}

function severityOf(monaco: typeof Monaco, severity: Severity): Monaco.MarkerSeverity {
  const { Error, Warning, Info } = monaco.MarkerSeverity;
  return { error: Error, warning: Warning, info: Info }[severity];
}

function suggestion(
  monaco: typeof Monaco,
  item: Completion,
  at: number,
  range: Monaco.IRange,
): Monaco.languages.CompletionItem {
  const { InsertAsSnippet, None } = monaco.languages.CompletionItemInsertTextRule;
  return {
    label: item.label,
    kind: kindOf(monaco, item.kind),
    detail: item.detail,
    documentation: item.documentation,
    insertText: item.snippet ?? item.insert,
    insertTextRules: item.snippet ? InsertAsSnippet : None,
    // As they come, and not by the alphabet.
    sortText: String(at).padStart(5, "0"),
    range,
  };
}

function kindOf(monaco: typeof Monaco, kind: CompletionKind): Monaco.languages.CompletionItemKind {
  const { Class, EnumMember, Module, Property, Reference, Snippet } = monaco.languages.CompletionItemKind;
  return {
    property: Property,
    value: EnumMember,
    type: Class,
    group: Module,
    dependency: Property,
    resource: Reference,
    definition: Snippet,
  }[kind];
}

function workspaceEdit(model: Monaco.editor.ITextModel, edit: Edit): Monaco.languages.IWorkspaceTextEdit {
  return { resource: model.uri, versionId: model.getVersionId(), textEdit: textEdit(model, edit) };
}

function textEdit(model: Monaco.editor.ITextModel, edit: Edit): Monaco.languages.TextEdit {
  const start = model.getPositionAt(edit.start);
  const end = model.getPositionAt(edit.end);
  const range = {
    startLineNumber: start.lineNumber,
    startColumn: start.column,
    endLineNumber: end.lineNumber,
    endColumn: end.column,
  };
  return { range, text: edit.text };
}
