// The editor in the words of the scripts.

const { commands, languages, Range, Uri, window, workspace, WorkspaceEdit } = require("vscode");

/** So long a step may take, in milliseconds. */
const PATIENCE = 15_000;

const at = (path) => Uri.joinPath(workspace.workspaceFolders[0].uri, path);
const write = (path, text) => workspace.fs.writeFile(at(path), new TextEncoder().encode(text));

function expect(is, what, ...shown) {
  if (!is) {
    throw new Error(`${what}: ${JSON.stringify(shown)}`);
  }
}

/** What is found in a document, once it is as it should be. */
function found(uri, isExpected) {
  return new Promise((resolve) => {
    const look = () => {
      const diagnostics = languages.getDiagnostics(uri);
      if (isExpected(diagnostics)) {
        listening.dispose();
        resolve(diagnostics);
      }
    };
    const listening = languages.onDidChangeDiagnostics(look);
    look();
  });
}

const count = (expected) => (diagnostics) => diagnostics.length === expected;
const rules = (diagnostics) => diagnostics.map(({ code }) => code?.value ?? code);
const has = (rule) => (diagnostics) => rules(diagnostics).includes(rule);
const hasNo = (rule) => (diagnostics) => !rules(diagnostics).includes(rule);

async function show(path) {
  // In a tab that stays: what is in none is not asked about.
  const editor = await window.showTextDocument(at(path), { preview: false });
  return editor.document;
}

/** The tab of that title, once it is there. */
function tab(title) {
  return new Promise((resolve) => {
    const look = () => {
      const found = window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => label === title);
      if (found) {
        listening.dispose();
        resolve(found);
      }
    };
    const listening = window.tabGroups.onDidChangeTabs(look);
    look();
  });
}

function type(document, range, text) {
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, range, text);
  return workspace.applyEdit(edit);
}

const behind = (document, text) => document.positionAt(document.getText().indexOf(text) + text.length);

/** The files, in the workspace, that it would change to give what is named behind a text another name. */
async function renamed(document, text) {
  const place = behind(document, text);
  const edit = await commands.executeCommand("vscode.executeDocumentRenameProvider", document.uri, place, "other");
  return edit
    .entries()
    .map(([uri]) => workspace.asRelativePath(uri))
    .sort();
}

/** Accepts what is offered to pick until a command that offers it is done. */
async function accepted(command) {
  let isDone = false;
  const done = command.finally(() => (isDone = true));
  while (!isDone) {
    await commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
  }
  await done;
}

/** Takes steps one after the other; each is told by its name once it is done. */
async function take(steps) {
  for (const [name, step] of Object.entries(steps)) {
    const late = new Promise((_, reject) => setTimeout(() => reject(new Error(`not done: ${name}`)), PATIENCE));
    await Promise.race([step(), late]);
    console.log(`done: ${name}`);
  }
}

module.exports = {
  accepted,
  at,
  behind,
  count,
  expect,
  found,
  has,
  hasNo,
  Range,
  renamed,
  rules,
  show,
  tab,
  take,
  type,
  write,
};
