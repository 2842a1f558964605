import assert from "node:assert/strict";
import { test } from "node:test";

import { applyOverlay } from "../src/overlay.mjs";

const PATH = "/providers/Microsoft.X/things/{name}";
const refer = (name) => ({ $ref: `#/definitions/${name}` });

/** Lays `classes` over `definitions`, the body of whose one request is `Body` and `Root` there. */
function lay(definitions, classes, enumerations = {}) {
  const map = new Map(Object.entries(definitions));
  const request = { package: "p", class: "Root" };
  const overlay = {
    requests: { "/providers/microsoft.x/things/{}": request },
    packages: { p: { classes, enumerations } },
  };
  applyOverlay(overlay, [{ path: PATH, parameters: [], body: refer("Body") }], { made: map, body: (body) => body });
  return Object.fromEntries(map);
}

test("required members of flattened properties come back", () => {
  const { Body } = lay(
    {
      Body: {
        properties: {
          properties: { type: "object", properties: { size: { type: "number" }, state: { readOnly: true } } },
        },
      },
    },
    {
      Root: { members: { properties: { class: "Inner" } } },
      Inner: {
        members: { size: { required: true, integer: true }, state: { required: true }, gone: { required: true } },
      },
    },
  );
  assert.deepEqual(Body.properties.properties.required, ["size"]);
  assert.deepEqual(Body.properties.properties.properties.size, { type: "integer" });
  assert.equal(Body.required, undefined);
});

test("what is set at creation only is told, what newer versions only show is not", () => {
  const { Body } = lay(
    { Body: { properties: { network: {}, password: {}, shown: {} } } },
    {
      Root: {
        members: {
          network: { mutability: ["create", "read"] },
          password: { mutability: ["create"] },
          shown: { mutability: ["read"] },
        },
      },
    },
  );
  assert.deepEqual(Body.properties, {
    network: { "x-ms-mutability": ["create", "read"] },
    password: { "x-ms-mutability": ["create"] },
    shown: {},
  });
});

const flattened = (...names) => ({ type: "object", properties: Object.fromEntries(names.map((name) => [name, {}])) });

test("of a definition met with several classes only what all say holds", () => {
  const { Shared } = lay(
    {
      Body: { properties: { a: refer("Shared"), b: { type: "array", items: refer("Shared") } } },
      Shared: { properties: { properties: flattened("x", "y") } },
    },
    {
      Root: { members: { a: { class: "A" }, b: { class: "B" } } },
      A: { members: { properties: { class: "InnerOfA" } } },
      B: { members: { properties: { class: "InnerOfB" } } },
      InnerOfA: { members: { x: { required: true }, y: { required: true } } },
      InnerOfB: { members: { x: { required: true }, y: {} } },
    },
  );
  assert.deepEqual(Shared.properties.properties.required, ["x"]);
});

test("of a class's own members the package's word counts", () => {
  const { Body } = lay(
    { Body: { properties: { later: {}, properties: flattened("x") } } },
    { Root: { members: { later: { required: true }, properties: { required: true } } } },
  );
  assert.deepEqual(Body.required, ["properties"]);
});

test("a resource that may be given by its id needs no properties", () => {
  const { Gateway } = lay(
    {
      Body: { properties: { gateway: refer("Gateway") } },
      Gateway: { properties: { id: {}, properties: flattened("x") } },
    },
    {
      Root: { members: { gateway: { class: "Gateway" } } },
      Gateway: { members: { properties: { class: "Inner", required: true } } },
      Inner: { members: { x: { required: true } } },
    },
  );
  assert.equal(Gateway.required, undefined);
  assert.deepEqual(Gateway.properties.properties.required, ["x"]);
});

test("variants are met with the classes of their tags", () => {
  const { Leaf } = lay(
    {
      Body: { properties: { kind: {} } },
      Leaf: { allOf: [refer("Body")], "x-ms-discriminator-value": "leaf", properties: { own: flattened("x") } },
    },
    {
      Root: { members: { kind: {} }, variants: { leaf: "Variant" } },
      Variant: { members: { own: { required: true } } },
    },
  );
  assert.deepEqual(Leaf.required, ["own"]);
});

const enumeration = (...values) => ({
  type: "string",
  enum: values,
  "x-ms-enum": { modelAsString: true, name: "Type" },
});

test("enumerations of one name that a package threw together are taken apart", () => {
  const { Body } = lay(
    {
      Body: {
        properties: { identity: enumeration("user", "System", "None"), by: enumeration("user", "System", "None") },
      },
    },
    { Root: { members: { identity: { enumeration: "Identity" }, by: { enumeration: "By" } } } },
    { Identity: ["System", "None", "New"], By: ["user", "key"] },
  );
  assert.deepEqual(Body.properties.identity.enum, ["System", "None"]);
  assert.deepEqual(Body.properties.by.enum, ["user"]);
});

test("an enumeration keeps values that newer versions dropped", () => {
  const { Body } = lay(
    { Body: { properties: { identity: enumeration("Old", "System") } } },
    { Root: { members: { identity: { enumeration: "Identity" } } } },
    { Identity: ["System"] },
  );
  assert.deepEqual(Body.properties.identity.enum, ["Old", "System"]);
});

test("a request is found where one names a constant and the other writes it out", () => {
  const made = new Map([["Body", { properties: { mode: {} } }]]);
  const operation = {
    path: "/services/{serviceName}/things/{n}",
    parameters: [{ serializedName: "serviceName", isConstant: true, defaultValue: "default" }, { serializedName: "n" }],
    body: refer("Body"),
  };
  const requests = { "/services/default/things/{}": { package: "p", class: "Root" } };
  const classes = { Root: { members: { mode: { mutability: ["create"] } } } };
  applyOverlay({ requests, packages: { p: { classes, enumerations: {} } } }, [operation], { made, body: (body) => body });
  assert.deepEqual(made.get("Body").properties.mode, { "x-ms-mutability": ["create"] });
});
