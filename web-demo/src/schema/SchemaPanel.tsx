import type { ResourceSchema } from "lazuli";
import { SchemaTree } from "./SchemaTree.tsx";
import { TypePicker } from "./TypePicker.tsx";
import { followCursor, following, pick, schema } from "./shown-type.ts";
import { typeName } from "./type-name.ts";

export function SchemaPanel() {
  const shown = schema.value;
  return (
    <div class="schema">
      <div class="toolbar">
        <TypePicker />
        {!following.value && (
          <button type="button" class="button" onClick={followCursor}>
            Follow the cursor
          </button>
        )}
      </div>
      {shown ? (
        <>
          <Head schema={shown} />
          <SchemaTree schema={shown} />
        </>
      ) : (
        <p class="empty">Put the cursor into a resource, or pick a type above.</p>
      )}
    </div>
  );
}

function Head({ schema }: { schema: ResourceSchema }) {
  const { armType, apiVersion, versions, dependencies } = schema;
  const name = typeName(schema);
  return (
    <header class="schema-head">
      <h2>
        <bdi>{name}</bdi>
      </h2>
      <p class="muted">
        <bdi>{armType}</bdi>
      </p>
      <label class="version">
        API version
        <select
          value={apiVersion}
          onChange={(event) => pick({ type: name, apiVersion: event.currentTarget.value })}
        >
          {versions.map((version) => (
            <option key={version} value={version} selected={version === apiVersion}>
              {version}
            </option>
          ))}
        </select>
      </label>
      {dependencies.length > 0 && <Dependencies schema={schema} />}
    </header>
  );
}

function Dependencies({ schema }: { schema: ResourceSchema }) {
  return (
    <details class="dependencies">
      <summary>
        Dependencies <span class="count">{schema.dependencies.length}</span>
      </summary>
      <ul>
        {schema.dependencies.map(({ key, group, type, list, parent }) => (
          <li key={key}>
            <code>{key}</code>
            <button type="button" class="link" onClick={() => pick({ type: `${group}::${type}` })}>
              {`${group}::${type}`}
            </button>
            {parent && <span class="label">parent</span>}
            {list && <span class="label">list</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
