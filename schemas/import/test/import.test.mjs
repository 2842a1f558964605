import assert from "node:assert/strict";
import { test } from "node:test";

import { Declarations } from "../src/declarations.mjs";
import { Definitions, reachable } from "../src/definitions.mjs";
import { typeName } from "../src/further_types.mjs";
import { samePath } from "../src/package.mjs";
import { addWhatOnlyTheResponseHas } from "../src/response.mjs";
import { sorted } from "../src/sorted.mjs";

/** The definitions of a package with these mappers and declarations. */
function definitions(mappers, declarations = "") {
  return new Definitions({ name: "a-package", mappers, declarations: new Declarations(declarations) });
}

/** A class with these properties. */
const composite = (className, modelProperties, more = {}) => ({
  ...more,
  type: { name: "Composite", className, modelProperties, ...more.type },
});

const string = (serializedName, more = {}) => ({ serializedName, type: { name: "String" }, ...more });

function made(mappers, name, declarations) {
  const all = definitions(mappers, declarations);
  all.reference(name);
  return all.made.get(name);
}

test("read-only and required objects, which mappers forget, come from the declarations", () => {
  const mappers = {
    Disk: composite("Disk", {
      state: { serializedName: "state", type: { name: "Composite", className: "State" } },
      source: { serializedName: "source", type: { name: "Composite", className: "State" } },
    }),
    State: composite("State", {}),
  };
  const disk = made(mappers, "Disk", "export interface Disk { readonly state?: State; source: State; }");
  assert.deepEqual(disk.properties.state, { $ref: "#/definitions/State", readOnly: true });
  assert.deepEqual(disk.required, ["source"]);
});

test("what a package has flattened is nested again, and an object with a required member is required", () => {
  const mappers = {
    Disk: composite("Disk", { size: string("properties.size", { required: true }), note: string("properties.deep.note") }),
  };
  const disk = made(mappers, "Disk");
  assert.deepEqual(disk.required, ["properties"]);
  assert.deepEqual(disk.properties.properties.required, ["size"]);
  assert.deepEqual(disk.properties.properties.properties.deep.properties.note, { type: "string" });
});

test("a dot that belongs to a name is no nesting", () => {
  const disk = made({ Disk: composite("Disk", { kind: string("odata\\.kind") }) }, "Disk");
  assert.deepEqual(Object.keys(disk.properties), ["odata.kind"]);
});

test("a constant is an enumeration of one, and required unless it is declared optional", () => {
  const constant = string("kind", { isConstant: true, defaultValue: "Disk" });
  const mappers = { Disk: composite("Disk", { kind: constant }) };
  assert.deepEqual(made(mappers, "Disk").required, ["kind"]);
  assert.deepEqual(made(mappers, "Disk").properties.kind.enum, ["Disk"]);
  assert.equal(made(mappers, "Disk", 'export interface Disk { kind?: "Disk"; }').required, undefined);
});

test("open enumerations come from the declarations, closed ones from the mappers, numbers are numbers", () => {
  const mappers = {
    Disk: composite("Disk", {
      tier: string("tier"),
      zones: { serializedName: "zones", type: { name: "Sequence", element: { type: { name: "String" } } } },
      mode: { serializedName: "mode", type: { name: "Enum", allowedValues: ["a", "b"] } },
      count: { serializedName: "count", type: { name: "Enum", allowedValues: [1, 2] } },
    }),
  };
  const declarations = `
    export interface Disk { tier?: Tier; zones?: Zone[]; mode?: Mode; count?: number; }
    export declare enum KnownTier { Hot = "Hot", Cool = "Cool" }
    export type Zone = "one" | "two" | string;`;
  const { tier, zones, mode, count } = made(mappers, "Disk", declarations).properties;
  assert.deepEqual(tier, { type: "string", enum: ["Hot", "Cool"], "x-ms-enum": { name: "Tier", modelAsString: true } });
  assert.deepEqual(zones.items.enum, ["one", "two"]);
  assert.equal(mode["x-ms-enum"].modelAsString, false);
  assert.equal(count.type, "number");
});

test("variants name their base and their value", () => {
  const discriminator = { serializedName: "kind", clientName: "kind" };
  const base = composite("Policy", { kind: string("kind", { required: true }) }, {
    type: { uberParent: "Policy", polymorphicDiscriminator: discriminator },
  });
  const variant = composite("DailyPolicy", { hour: string("hour") }, {
    serializedName: "Daily",
    type: { uberParent: "Policy", polymorphicDiscriminator: discriminator },
  });
  const all = definitions({ Policy: base, DailyPolicy: variant, discriminators: { "Policy.Daily": variant } });
  const reference = all.reference("Policy");
  assert.equal(all.made.get("Policy").discriminator, "kind");
  assert.deepEqual(all.made.get("DailyPolicy").allOf, [reference]);
  assert.equal(all.made.get("DailyPolicy")["x-ms-discriminator-value"], "Daily");
  assert.deepEqual(Object.keys(reachable(all.made, [reference])), ["DailyPolicy", "Policy"]);
});

test("a variant may have variants of its own", () => {
  const discriminator = { serializedName: "kind", clientName: "kind" };
  const variant = (className, parent) =>
    composite(className, {}, { serializedName: className, type: { uberParent: parent, polymorphicDiscriminator: discriminator } });
  const mappers = { Sink: variant("Sink", "Sink"), Cosmos: variant("Cosmos", "Sink"), Mongo: variant("Mongo", "Cosmos") };
  const all = definitions({ ...mappers, discriminators: { "Sink.Cosmos": mappers.Cosmos, "Cosmos.Mongo": mappers.Mongo } });
  assert.deepEqual(Object.keys(reachable(all.made, [all.reference("Sink")])), ["Cosmos", "Mongo", "Sink"]);
});

test("a class that refers to itself is one definition", () => {
  const node = composite("Node", { next: { serializedName: "next", type: { name: "Composite", className: "Node" } } });
  assert.deepEqual(made({ Node: node }, "Node").properties.next, { $ref: "#/definitions/Node" });
});

test("what only the response has is read-only in the body, however deep", () => {
  const all = new Map([
    ["Body", { properties: { inner: { $ref: "#/definitions/Inner" }, size: { type: "string" } } }],
    ["Inner", { properties: { a: { type: "string" } } }],
    ["Response", { properties: { inner: { $ref: "#/definitions/Seen" }, state: { type: "string" } } }],
    ["Seen", { properties: { a: { type: "string" }, b: { type: "string" }, again: { $ref: "#/definitions/Seen" } } }],
  ]);
  addWhatOnlyTheResponseHas({ $ref: "#/definitions/Body" }, { $ref: "#/definitions/Response" }, all);
  assert.deepEqual(all.get("Body").properties.state, { type: "string", readOnly: true });
  assert.equal(all.get("Body").properties.size.readOnly, undefined);
  assert.equal(all.get("Inner").properties.b.readOnly, true);
});

test("paths are the same whatever their parameters are called", () => {
  assert.ok(samePath("/a/{b}/C/", "/A/{x}/c"));
  assert.ok(!samePath("/a/{b}", "/a/b"));
});

test("a type is named after the operation that reads it", () => {
  const names = {
    SqlResources_GetSqlTrigger: "SqlResourceSqlTrigger",
    PublicIPAddresses_Get: "PublicIPAddress",
    BlobServices_GetServiceProperties: "BlobService",
    StaticSites_GetStaticSite: "StaticSite",
    DiskAccesses_Get: "DiskAccess",
  };
  for (const [operation, name] of Object.entries(names)) assert.equal(typeName(operation), name);
});

test("equal facts are equal texts, in whatever order they were found", () => {
  const one = { type: "object", properties: { b: { readOnly: true, type: "string" }, a: {} } };
  const other = { properties: { a: {}, b: { type: "string", readOnly: true } }, type: "object" };
  assert.equal(JSON.stringify(sorted(one)), JSON.stringify(sorted(other)));
});
