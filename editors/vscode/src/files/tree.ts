import { isEntered, isTold } from "./told.ts";

export type FileKind = "file" | "folder" | "other";

export interface Entry<Place> {
  name: string;
  place: Place;
  kind: FileKind;
}

/** The files of a workspace, wherever they are. */
export interface Tree<Place> {
  /** What is in a folder. */
  entries(folder: Place): Promise<Entry<Place>[]>;
  /** What is at a place; none where there is nothing. */
  look(place: Place): Promise<{ kind: FileKind; size: number } | undefined>;
  read(file: Place): Promise<Uint8Array>;
  /** The address by which the editor names a place. */
  address(place: Place): string;
}

/** So many places are asked for at a time: where each is a request to a server, one after the other would take long. */
const AT_ONCE = 32;

/** Places in such portions. */
export function* portionsOf<Place>(places: readonly Place[]): Generator<readonly Place[]> {
  for (let at = 0; at < places.length; at += AT_ONCE) {
    yield places.slice(at, at + AT_ONCE);
  }
}

/** The files below a folder that the server may have to know, some at a time, the upper ones first. Links are left. */
export async function* filesBelow<Place>(tree: Tree<Place>, folder: Place): AsyncGenerator<readonly Place[]> {
  let level = [folder];
  while (level.length > 0) {
    const below: Place[] = [];
    const files: Place[] = [];
    for (const some of portionsOf(level)) {
      const entries = await Promise.all(some.map((each) => entriesOf(tree, each)));
      for (const { name, place, kind } of entries.flat()) {
        if (kind === "file" && isTold(name, 0)) {
          files.push(place);
        } else if (kind === "folder" && isEntered(name)) {
          below.push(place);
        }
      }
    }
    yield* portionsOf(files);
    level = below;
  }
}

/** A folder that cannot be read is as one that is empty. */
async function entriesOf<Place>(tree: Tree<Place>, folder: Place): Promise<Entry<Place>[]> {
  try {
    return await tree.entries(folder);
  } catch {
    return [];
  }
}
