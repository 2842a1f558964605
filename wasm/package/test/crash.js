// Run with a small stack: says what a question that overflows it gets, and what the next ones get.

import { load } from "../../pkg/index.js";

const linter = await load({ config: '[rules]\n"schema/*" = "off"\n' });
const path = "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Test/things/{thingName}";
const schema = { $ref: "#/definitions/Thing" };
const swagger = {
  swagger: "2.0",
  info: { title: "Test", version: "2020-01-01" },
  paths: { [path]: { put: { operationId: "Things_Create", parameters: [{ name: "parameters", in: "body", schema }], responses: {} } } },
  definitions: { Thing: { type: "object", properties: {} } },
};
linter.importSchema(new TextEncoder().encode(JSON.stringify(swagger)));

const text = `exports.createResources = () => ${"[".repeat(500)}${"]".repeat(500)};`;
try {
  linter.check([{ path: "resources.js", text }]);
  console.log("no crash: the stack was not small enough");
} catch (error) {
  console.log(error.kind);
}
const wrong = 'exports.createResources = () => [{ type: "Subnet", group: "Network", properties: () => ({ nme: 1 }) }];';
const report = linter.check([{ path: "resources.js", text: wrong }]);
console.log(linter.schema("Microsoft.Test/things") ? "known" : "forgotten");
console.log(report.files[0].diagnostics.some(({ rule }) => rule.startsWith("schema/")) ? "loud" : "quiet");
console.log(report.summary.resources);
