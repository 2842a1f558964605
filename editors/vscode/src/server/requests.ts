/** What the server is asked and told beyond the protocol. */
import {
  NotificationType,
  type Position,
  RequestType,
  type TextDocumentIdentifier,
} from "vscode-languageserver-protocol";

/** A resource type. One without a group is known by its ARM type alone. */
export interface TypeEntry {
  group: string;
  type: string;
  armType: string;
  versions: string[];
}

/** The type of that name, or the one at a place. */
export type SchemaQuestion =
  { type: string; apiVersion?: string } | { textDocument: TextDocumentIdentifier; position: Position };

export interface Schema {
  title: string;
  /** The properties as a tree, as `lazuli schema show` prints them. */
  text: string;
}

/** The project of a document, or all that is known. */
export type GraphQuestion = { textDocument?: TextDocumentIdentifier };

export interface Graph {
  mermaid: string;
  svg: string;
}

export interface ToldFile {
  uri: string;
  /** What is in it; none where it is gone. */
  text?: string;
}

/** `more` says that others follow: until they are there, nothing can be said about what is missing. */
export interface ToldFiles {
  files: ToldFile[];
  more?: boolean;
}

export const typesRequest = new RequestType<object, TypeEntry[], void>("lazuli/types");
export const schemaRequest = new RequestType<SchemaQuestion, Schema | null, void>("lazuli/schema");
export const graphRequest = new RequestType<GraphQuestion, Graph | null, void>("lazuli/graph");
export const filesNotification = new NotificationType<ToldFiles>("lazuli/files");
