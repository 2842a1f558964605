// Runs where extensions run, in VS Code: a server that does not come up the first four times.

const { commands } = require("vscode");
const { at, count, expect, found, show, take } = require("./editor.js");

exports.run = () =>
  take({
    async "a server that ends twice is left"() {
      await show("mistakes/resources.js");
      // Behind the start of the extension, which tries it twice, and tries it twice again.
      await commands.executeCommand("lazuli.restart");
      const refusal = await commands.executeCommand("lazuli.copyGraph").then(undefined, ({ message }) => message);
      expect(/No server/.test(refusal), "nothing answers", refusal);
    },

    async "one that somebody starts again after that works"() {
      await commands.executeCommand("lazuli.restart");
      await found(at("mistakes/resources.js"), count(5));
    },
  });
