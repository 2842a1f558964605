import { type QuickPickItem, type TextEditor, window, workspace } from "vscode";
import type { Client } from "../server/client.ts";
import { type Schema, type SchemaQuestion, schemaRequest, typesRequest } from "../server/requests.ts";
import type { Session } from "../server/session.ts";
import { schemaUri } from "./schema-documents.ts";
import { choicesOf } from "./type-choices.ts";

type Item = QuickPickItem & { question: SchemaQuestion };

/** Shows the schema of the resource type that somebody picks; the one under the cursor stands first. */
export async function showSchema(session: Session): Promise<void> {
  const { client } = session;
  const picked = await window.showQuickPick(itemsOf(client, window.activeTextEditor), {
    title: "The schema of a resource type",
    placeHolder: "A type, as in Network::Subnet or Microsoft.Network/virtualNetworks/subnets",
    matchOnDescription: true,
  });
  if (!picked) {
    return;
  }
  const schema: Schema | null = await client.sendRequest(schemaRequest, picked.question);
  if (!schema) {
    void window.showInformationMessage(`lazuli: there is no schema of ${picked.label}.`);
    return;
  }
  const document = await workspace.openTextDocument(schemaUri(schema.title, picked.question));
  await window.showTextDocument(document, { preview: true });
}

async function itemsOf(client: Client, editor: TextEditor | undefined): Promise<Item[]> {
  const [here, types] = await Promise.all([itemHere(client, editor), client.sendRequest(typesRequest, {})]);
  return [...here, ...types.flatMap(choicesOf)];
}

async function itemHere(client: Client, editor: TextEditor | undefined): Promise<Item[]> {
  if (!editor) {
    return [];
  }
  const { line, character } = editor.selection.active;
  const question = { textDocument: { uri: editor.document.uri.toString() }, position: { line, character } };
  const schema: Schema | null = await client.sendRequest(schemaRequest, question);
  return schema ? [{ label: schema.title, description: "under the cursor", question }] : [];
}
