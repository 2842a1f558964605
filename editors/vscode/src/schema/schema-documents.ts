import { type CancellationToken, type TextDocumentContentProvider, Uri } from "vscode";
import { type Schema, type SchemaQuestion, schemaRequest } from "../server/requests.ts";
import type { Session } from "../server/session.ts";

/** The scheme of documents that show a schema: they are read-only. */
export const SCHEME = "lazuli-schema";

/** The address of the document that answers a question; its title is what the tab shows. */
export function schemaUri(title: string, question: SchemaQuestion): Uri {
  return Uri.from({ scheme: SCHEME, path: `/${title}`, query: JSON.stringify(question) });
}

export function schemaDocuments(session: Session): TextDocumentContentProvider {
  return {
    async provideTextDocumentContent(uri: Uri, token: CancellationToken): Promise<string> {
      const question = JSON.parse(uri.query) as SchemaQuestion;
      const schema: Schema | null = await session.client.sendRequest(schemaRequest, question, token);
      return schema?.text ?? "This type is not known any more.\n";
    },
  };
}
