import {
  type Disposable,
  FileType,
  type LogOutputChannel,
  Uri,
  type WorkspaceFoldersChangeEvent,
  workspace,
} from "vscode";
import { OneByOne } from "../one-by-one.ts";
import type { Client } from "../server/client.ts";
import type { Gate } from "../server/gate.ts";
import { filesNotification } from "../server/requests.ts";
import { Teller } from "./teller.ts";
import { isEntered, isTold } from "./told.ts";
import type { FileKind, Tree } from "./tree.ts";

/** Open documents wait so long for the files beside them, in milliseconds: what a slow network keeps comes later. */
const PATIENCE = 3000;

/** The telling of a server, until it is disposed. */
export interface Telling extends Disposable {
  /** When all that was there at the start is told. */
  told: Promise<void>;
}

/** Tells a server of the files in the folders of the workspace and of what becomes of them, and opens the gate then. */
export function tellOfFiles(client: Client, ready: Gate, log: LogOutputChannel): Telling {
  let isOver = false;
  let changed = new Map<string, Uri>();
  const goesOn = (): boolean => !isOver;
  const teller = new Teller(tree, (files) => client.sendNotification(filesNotification, files));
  const jobs = new OneByOne((error) => isOver || log.error(`Some files could not be told of: ${String(error)}`));

  const note = (uri: Uri): void => {
    if (changed.size === 0) {
      void jobs.add(() => {
        const places = [...changed.values()];
        changed = new Map();
        return teller.tellChanges(places, goesOn);
      });
    }
    changed.set(uri.toString(), uri);
  };
  const noteFolders = ({ removed }: WorkspaceFoldersChangeEvent): void =>
    void jobs.add(async () => {
      await teller.tellClosed(removed.map(({ uri }) => uri));
      // All, for one may have been inside another.
      await teller.tellFolders(openFolders(), goesOn);
    });

  // All of them, not only those that are told: of a folder that goes away only the folder is heard.
  const watcher = workspace.createFileSystemWatcher("**/*");
  const patience = setTimeout(() => ready.open(), PATIENCE);
  const listening = [
    watcher,
    watcher.onDidCreate((uri) => isInside(uri) && note(uri)),
    watcher.onDidDelete((uri) => isInside(uri) && note(uri)),
    watcher.onDidChange((uri) => isInside(uri) && isTold(nameOf(uri), 0) && note(uri)),
    workspace.onDidChangeWorkspaceFolders(noteFolders),
  ];
  const tellAll = async (): Promise<void> => {
    await teller.tellFolders(openFolders(), goesOn);
    if (teller.isFull) {
      log.warn(
        "The workspace has too many files: what those declare that the server is not told of, it does not know.",
      );
    }
  };
  const told = jobs.add(tellAll).then(() => {
    clearTimeout(patience);
    if (!isOver) {
      ready.open();
    }
  });
  return {
    told,
    dispose: () => {
      isOver = true;
      clearTimeout(patience);
      listening.forEach((each) => each.dispose());
    },
  };
}

const tree: Tree<Uri> = {
  entries: async (folder) => {
    const entries = await workspace.fs.readDirectory(folder);
    return entries.map(([name, type]) => ({ name, place: Uri.joinPath(folder, name), kind: kindOf(type) }));
  },
  look: async (place) => {
    try {
      const { type, size } = await workspace.fs.stat(place);
      return { kind: kindOf(type), size };
    } catch {
      return undefined;
    }
  },
  read: async (file) => workspace.fs.readFile(file),
  address: (place) => place.toString(),
};

function openFolders(): Uri[] {
  return (workspace.workspaceFolders ?? []).map(({ uri }) => uri);
}

/** A link is neither. */
function kindOf(type: FileType): FileKind {
  return type === FileType.File ? "file" : type === FileType.Directory ? "folder" : "other";
}

/** Whether a place is in none of the folders that are passed over. */
function isInside(uri: Uri): boolean {
  const root = workspace.getWorkspaceFolder(uri)?.uri;
  const folders = uri.path
    .slice((root?.path.length ?? 0) + 1)
    .split("/")
    .slice(0, -1);
  return root !== undefined && folders.every(isEntered);
}

function nameOf(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf("/") + 1);
}
