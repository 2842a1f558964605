import type { ToldFile, ToldFiles } from "../server/requests.ts";
import { isTold } from "./told.ts";
import { AT_ONCE, filesBelow, type Tree } from "./tree.ts";

/** The server is told of so many files and letters altogether, and of so many letters at once. */
export interface Limits {
  files: number;
  letters: number;
  atOnce: number;
}

const LIMITS: Limits = { files: 20_000, letters: 256 * 1024 * 1024, atOnce: 4 * 1024 * 1024 };

const decoder = new TextDecoder();

/** Tells a server that has no disk of the files of a workspace, some at a time, and of what changes in them. */
export class Teller<Place> {
  /** How many letters there are in the files that were told, by their addresses. */
  private readonly told = new Map<string, number>();
  private letters = 0;

  constructor(
    private readonly tree: Tree<Place>,
    private readonly send: (files: ToldFiles) => Promise<void>,
    private readonly limits = LIMITS,
  ) {}

  /** Whether there are more files than it tells of. */
  get isFull(): boolean {
    return this.told.size >= this.limits.files || this.letters >= this.limits.letters;
  }

  /** Tells of all files below folders, as long as it `goesOn`. */
  async tellFolders(folders: readonly Place[], goesOn: () => boolean): Promise<void> {
    for (const folder of folders) {
      let some: Place[] = [];
      for await (const file of filesBelow(this.tree, folder)) {
        some.push(file);
        if (some.length === AT_ONCE) {
          await this.tellFiles(some);
          some = [];
        }
        if (this.isFull || !goesOn()) {
          break;
        }
      }
      await this.tellFiles(some);
    }
    await this.send({ files: [] });
  }

  /** Tells of places where something was made, changed or taken away: files, or folders with all that is in them. */
  async tellChanges(places: readonly Place[], goesOn: () => boolean): Promise<void> {
    const folders: Place[] = [];
    const files: Place[] = [];
    for (let at = 0; at < places.length; at += AT_ONCE) {
      const some = places.slice(at, at + AT_ONCE);
      const found = await Promise.all(some.map((place) => this.tree.look(place)));
      some.forEach((place, number) => (found[number]?.kind === "folder" ? folders : files).push(place));
    }
    for (let at = 0; at < files.length; at += AT_ONCE) {
      await this.tellFiles(files.slice(at, at + AT_ONCE));
    }
    await this.tellFolders(folders, goesOn);
  }

  private async tellFiles(places: readonly Place[]): Promise<void> {
    const found = await Promise.all(places.map((place) => this.found(place)));
    let portion: ToldFile[] = [];
    let length = 0;
    for (const file of found.flat()) {
      const letters = file.text?.length ?? 0;
      if (portion.length > 0 && length + letters > this.limits.atOnce) {
        await this.send({ files: portion, more: true });
        portion = [];
        length = 0;
      }
      portion.push(file);
      length += letters;
      this.note(file);
    }
    if (portion.length > 0) {
      await this.send({ files: portion, more: true });
    }
  }

  /** What is to be told of a place: the file that is there, or that those that were there are gone. */
  private async found(place: Place): Promise<ToldFile[]> {
    const uri = this.tree.address(place);
    const text = await this.text(place, uri);
    return text === undefined ? this.gone(uri) : [{ uri, text }];
  }

  private async text(place: Place, uri: string): Promise<string | undefined> {
    const there = await this.tree.look(place);
    const isWanted = there?.kind === "file" && isTold(nameIn(uri), there.size);
    if (!isWanted || (this.isFull && !this.told.has(uri))) {
      return undefined;
    }
    try {
      return decoder.decode(await this.tree.read(place));
    } catch {
      // It went away meanwhile, or nobody may read it.
      return undefined;
    }
  }

  private gone(uri: string): ToldFile[] {
    const isGone = (known: string): boolean => known === uri || known.startsWith(`${uri}/`);
    return [...this.told.keys()].filter(isGone).map((known) => ({ uri: known }));
  }

  private note({ uri, text }: ToldFile): void {
    this.letters -= this.told.get(uri) ?? 0;
    if (text === undefined) {
      this.told.delete(uri);
    } else {
      this.told.set(uri, text.length);
      this.letters += text.length;
    }
  }
}

function nameIn(uri: string): string {
  return uri.slice(uri.lastIndexOf("/") + 1);
}
