const { workspace } = require("vscode");
const { at, count, found, show, take } = require("./editor.js");
exports.run = () => take({ async "checked"() { console.log("done trusted", workspace.isTrusted, workspace.getConfiguration("lazuli").inspect("server.path")?.workspaceValue); await show("mistakes/resources.js"); await found(at("mistakes/resources.js"), count(5)); } });
