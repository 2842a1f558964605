import type { ToldFile, ToldFiles } from "../server/requests.ts";
import { isEntered, isTold } from "./told.ts";
import { filesBelow, portionsOf, type Tree } from "./tree.ts";

/** How much a server is told altogether, and in one message. */
export interface Limits {
  files: number;
  letters: number;
  filesAtOnce: number;
  lettersAtOnce: number;
}

const MEBI = 1024 * 1024;
const LIMITS: Limits = { files: 20_000, letters: 256 * MEBI, filesAtOnce: 250, lettersAtOnce: 4 * MEBI };

const decoder = new TextDecoder();

/** Tells a server that has no disk of the files of a workspace, some at a time, and of what becomes of them. */
export class Teller<Place> {
  /** How many letters there are in the files that were told, by their addresses. */
  private readonly told = new Map<string, number>();
  private letters = 0;
  /** What goes out with the next message. */
  private portion: ToldFile[] = [];
  private lettersInPortion = 0;
  /** Whether the last message said that others follow. */
  private owesMore = false;

  constructor(
    private readonly tree: Tree<Place>,
    private readonly send: (files: ToldFiles) => Promise<void>,
    private readonly limits = LIMITS,
  ) {}

  /** Whether there may be more files than it tells of. */
  get isFull(): boolean {
    return this.told.size >= this.limits.files || this.letters >= this.limits.letters;
  }

  /** Tells of all files below folders, as long as it `goesOn`. */
  async tellFolders(folders: readonly Place[], goesOn: () => boolean): Promise<void> {
    try {
      for (const folder of folders) {
        await this.addFolder(folder, goesOn);
      }
    } finally {
      await this.finish();
    }
  }

  /** Tells of places where something was made, changed or taken away: files, or folders with all that is in them. */
  async tellChanges(places: readonly Place[], goesOn: () => boolean): Promise<void> {
    const folders: Place[] = [];
    const others: Place[] = [];
    for (const some of portionsOf(places)) {
      const kinds = await Promise.all(some.map((place) => this.isFolderToEnter(place)));
      some.forEach((place, at) => (kinds[at] ? folders : others).push(place));
    }
    try {
      for (const some of portionsOf(others)) {
        await this.addFiles(some);
      }
    } finally {
      await this.tellFolders(folders, goesOn);
    }
  }

  /** Tells that folders are of no interest any more. */
  async tellClosed(folders: readonly Place[]): Promise<void> {
    for (const file of folders.flatMap((folder) => this.gone(this.tree.address(folder)))) {
      await this.add(file);
    }
    await this.finish();
  }

  private async addFolder(folder: Place, goesOn: () => boolean): Promise<void> {
    for await (const files of filesBelow(this.tree, folder)) {
      if (this.isFull || !goesOn()) {
        return;
      }
      await this.addFiles(files);
    }
  }

  private async addFiles(places: readonly Place[]): Promise<void> {
    const found = await Promise.all(places.map((place) => this.found(place)));
    for (const file of found.flat()) {
      await this.add(file);
    }
  }

  private async add(file: ToldFile): Promise<void> {
    const letters = file.text?.length ?? 0;
    const { filesAtOnce, lettersAtOnce } = this.limits;
    if (this.portion.length === filesAtOnce || this.lettersInPortion + letters > lettersAtOnce) {
      await this.sendPortion(true);
    }
    this.portion.push(file);
    this.lettersInPortion += letters;
    this.letters += letters - (this.told.get(file.uri) ?? 0);
    if (file.text === undefined) {
      this.told.delete(file.uri);
    } else {
      this.told.set(file.uri, letters);
    }
  }

  private async finish(): Promise<void> {
    if (this.portion.length > 0 || this.owesMore) {
      await this.sendPortion(false);
    }
  }

  private async sendPortion(more: boolean): Promise<void> {
    const files = this.portion;
    this.portion = [];
    this.lettersInPortion = 0;
    this.owesMore = more;
    await this.send(more ? { files, more } : { files });
  }

  private async isFolderToEnter(place: Place): Promise<boolean> {
    return (await this.tree.look(place))?.kind === "folder" && isEntered(nameIn(this.tree.address(place)));
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
}

function nameIn(uri: string): string {
  return uri.slice(uri.lastIndexOf("/") + 1);
}
