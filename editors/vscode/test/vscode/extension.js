// Runs where extensions run, in VS Code: what somebody does with the extension, and what there is to see.

const { commands, env, Selection, Uri, window, workspace } = require("vscode");
const {
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
} = require("./editor.js");

/** A rule that needs two files: what is wrong with the one is known by the other. */
const OUTSIDE = "network/subnet-outside";
const SUBNET = at("subnets/subnet.js");
const NETWORK_NAME = 'virtualNetwork: "rg::n';

const steps = {
  async "a file is checked with the files beside it, which nobody opened"() {
    const document = await show("subnets/subnet.js");
    await found(document.uri, has(OUTSIDE));
  },

  async "mistakes are found"() {
    await show("mistakes/resources.js");
    const diagnostics = await found(at("mistakes/resources.js"), ({ length }) => length > 0);
    expect(diagnostics.length === 5, "five mistakes", rules(diagnostics));
  },

  async "hover explains a property"() {
    const document = await show("mistakes/resources.js");
    const hovers = await commands.executeCommand(
      "vscode.executeHoverProvider",
      document.uri,
      behind(document, "descr"),
    );
    const texts = hovers.flatMap(({ contents }) => contents.map(({ value }) => value));
    expect(
      texts.some((text) => text.includes("description")),
      "a hover",
      texts,
    );
  },

  async "completion knows the values"() {
    const document = await show("mistakes/resources.js");
    const place = behind(document, 'status: "');
    const { items } = await commands.executeCommand("vscode.executeCompletionItemProvider", document.uri, place);
    const labels = items.map(({ label }) => label.label ?? label);
    expect(labels.includes("Disconnected"), "the values of the property", labels);
  },

  async "a quick fix mends a mistake"() {
    const document = await show("mistakes/resources.js");
    const place = behind(document, 'status: "');
    const range = new Range(place, place);
    const actions = await commands.executeCommand("vscode.executeCodeActionProvider", document.uri, range);
    const fix = actions.find(({ title }) => title === "Write `Approved`");
    expect(
      fix,
      "the fix",
      actions.map(({ title }) => title),
    );
    await workspace.applyEdit(fix.edit);
    await found(document.uri, count(4));
  },

  async "a rename reaches a file that nobody opened"() {
    const changed = await renamed(await show("subnets/subnet.js"), NETWORK_NAME);
    expect(changed.join() === "network/network.js,subnets/subnet.js", "both files", changed);
  },

  async "a config that comes in counts, and one that goes does not"() {
    await write("lazuli.toml", `[rules]\n"${OUTSIDE}" = "off"\n`);
    await found(SUBNET, hasNo(OUTSIDE));
    await workspace.fs.delete(at("lazuli.toml"));
    await found(SUBNET, has(OUTSIDE));
  },

  async "a config counts while it is typed"() {
    await write("lazuli.toml", "[rules]\n");
    const document = await show("lazuli.toml");
    await type(document, new Range(1, 0, 1, 0), `"${OUTSIDE}" = "off"\n`);
    await found(SUBNET, hasNo(OUTSIDE));
    await type(document, new Range(1, 0, 2, 0), "");
    await found(SUBNET, has(OUTSIDE));
    await document.save();
  },

  async "what is wrong with a config is said in it"() {
    await write("mistakes/lazuli.toml", '[rules]\n"network/nothing" = "off"\n');
    await found(at("mistakes/lazuli.toml"), count(1));
    await workspace.fs.delete(at("mistakes/lazuli.toml"));
    await found(at("mistakes/lazuli.toml"), count(0));
  },

  async "a folder that is moved takes its files along, and one that is deleted takes them away"() {
    const document = await show("subnets/subnet.js");
    await workspace.fs.rename(at("network"), at("wires"));
    while (!(await renamed(document, NETWORK_NAME)).includes("wires/network.js")) {
      // The server hears of it a little later.
    }
    await workspace.fs.delete(at("wires"), { recursive: true });
    await found(SUBNET, hasNo(OUTSIDE));
  },

  async "an inlay hint shows the API version where it is wished for"() {
    const document = await show("subnets/subnet.js");
    const all = new Range(0, 0, document.lineCount, 0);
    const hints = () => commands.executeCommand("vscode.executeInlayHintProvider", document.uri, all);
    expect((await hints()).length === 0, "no hints before", await hints());
    await workspace.getConfiguration("lazuli").update("inlayHints.apiVersion", true, true);
    // The server hears of the setting before it is asked.
    expect((await hints()).length > 0, "hints", await hints());
    await workspace.getConfiguration("lazuli").update("inlayHints.apiVersion", undefined, true);
  },

  async "the schema of the type under the cursor is shown"() {
    const document = await show("subnets/subnet.js");
    const place = behind(document, "addressPr");
    window.activeTextEditor.selection = new Selection(place, place);
    await accepted(commands.executeCommand("lazuli.showSchema"));
    const { uri } = window.activeTextEditor.document;
    const text = window.activeTextEditor.document.getText();
    expect(uri.scheme === "lazuli-schema" && text.includes("addressPrefix"), "the schema", uri.path, text);
  },

  async "the graph is shown, and can be copied"() {
    await show("subnets/subnet.js");
    await commands.executeCommand("lazuli.showGraph");
    await tab("What depends on what");
    await commands.executeCommand("lazuli.copyGraph");
    const copied = await env.clipboard.readText();
    expect(copied.includes("machines"), "the graph", copied);
  },

  async "a server that is started again goes on with what is open"() {
    const document = await show("mistakes/resources.js");
    await commands.executeCommand("lazuli.restart");
    const end = behind(document, "sttaus");
    await type(document, new Range(end.translate(0, -"sttaus".length), end), "status");
    await found(document.uri, count(3));
  },

  async "the sample opens with its mistakes"() {
    await commands.executeCommand("lazuli.openSample");
    await found(Uri.parse("untitled:/lazuli-sample.js"), count(5));
  },
};

exports.run = () => take(steps);
