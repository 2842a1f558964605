import fs from "node:fs";

import ts from "typescript";

/**
 * What a package's `index.d.ts` says and its mappers do not: which properties are read-only or optional, and
 * the values of open enumerations (`enum KnownX`).
 *
 * @typedef {{ optional: boolean, readOnly: boolean, type: string }} Property
 */
export class Declarations {
  #interfaces = new Map();
  #enums = new Map();
  #aliases = new Map();

  constructor(text) {
    const file = ts.createSourceFile("index.d.ts", text, ts.ScriptTarget.Latest);
    for (const statement of file.statements) {
      if (ts.isInterfaceDeclaration(statement)) this.#addInterface(statement, file);
      if (ts.isEnumDeclaration(statement)) this.#addEnum(statement);
      if (ts.isTypeAliasDeclaration(statement)) this.#aliases.set(statement.name.text, statement.type.getText(file));
    }
  }

  static read(file) {
    return new Declarations(file ? fs.readFileSync(file, "utf8") : "");
  }

  #addInterface(statement, file) {
    const properties = new Map();
    for (const member of statement.members) {
      if (!ts.isPropertySignature(member)) continue;
      const modifiers = member.modifiers ?? [];
      properties.set(member.name.text, {
        optional: member.questionToken !== undefined,
        readOnly: modifiers.some((modifier) => modifier.kind === ts.SyntaxKind.ReadonlyKeyword),
        type: member.type?.getText(file) ?? "any",
      });
    }
    const bases = (statement.heritageClauses ?? []).flatMap((clause) =>
      clause.types.map((type) => type.expression.getText(file)),
    );
    this.#interfaces.set(statement.name.text, { bases, properties });
  }

  #addEnum(statement) {
    const values = statement.members.map((member) => member.initializer?.text).filter((value) => value !== undefined);
    this.#enums.set(statement.name.text, values);
  }

  /** @returns {Property | undefined} the property of a class or of what it extends */
  property(className, name) {
    const waiting = [className];
    for (const seen = new Set(); waiting.length > 0; ) {
      const next = waiting.shift();
      const found = this.#interfaces.get(next);
      if (!found || seen.has(next)) continue;
      seen.add(next);
      if (found.properties.has(name)) return found.properties.get(name);
      waiting.push(...found.bases);
    }
    return undefined;
  }

  /** The open enumeration behind a property's type, through lists and maps. */
  openEnum(type) {
    const name = elementType(type);
    const values = this.#enums.get(`Known${name}`) ?? this.#literals(name);
    return values && values.length > 0 ? { name, values } : undefined;
  }

  /** Old packages write some open enumerations as `type X = "a" | "b" | string`. */
  #literals(name) {
    const alias = this.#aliases.get(name);
    if (!alias || !/(^|\|)\s*string\s*($|\|)/.test(alias)) return undefined;
    return [...alias.matchAll(/["']([^"']+)["']/g)].map((found) => found[1]);
  }
}

/** `X` of `X[]`, `X | null`, `{ [propertyName: string]: X }`. */
function elementType(type) {
  const bare = type.replace(/\|\s*null\b/g, "").replace(/[[\]()]/g, " ").trim();
  return /propertyName: string\s*:?\s*(\w+)/.exec(bare)?.[1] ?? bare.trim();
}
