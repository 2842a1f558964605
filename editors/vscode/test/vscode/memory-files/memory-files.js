// Files in memory for the tests, by the scheme `memory`: a workspace that is on no disk.

const { Disposable, EventEmitter, FileChangeType, FileSystemError, FileType, Uri, workspace } = require("vscode");

const parentOf = (path) => path.slice(0, path.lastIndexOf("/")) || "/";

class MemoryFiles {
  /** By their paths; a folder has no content. */
  places = new Map([["/", undefined]]);
  /** Counts up with every change: that a file is another VS Code knows by its time. */
  time = 0;
  times = new Map();
  changes = new EventEmitter();
  onDidChangeFile = this.changes.event;

  at(uri) {
    if (!this.places.has(uri.path)) {
      throw FileSystemError.FileNotFound(uri);
    }
    return this.places.get(uri.path);
  }

  stat(uri) {
    const content = this.at(uri);
    return {
      type: content ? FileType.File : FileType.Directory,
      ctime: 0,
      mtime: this.times.get(uri.path) ?? 0,
      size: content?.length ?? 0,
    };
  }

  readDirectory(uri) {
    this.at(uri);
    const inside = [...this.places].filter(([path]) => path !== "/" && parentOf(path) === uri.path);
    return inside.map(([path, content]) => [
      path.slice(path.lastIndexOf("/") + 1),
      content ? FileType.File : FileType.Directory,
    ]);
  }

  readFile(uri) {
    return this.at(uri);
  }

  createDirectory(uri) {
    this.put(uri, undefined);
  }

  writeFile(uri, content) {
    this.put(uri, content);
  }

  delete(uri) {
    for (const path of this.inside(uri)) {
      this.places.delete(path);
    }
    this.changes.fire([{ type: FileChangeType.Deleted, uri }]);
  }

  rename(from, to) {
    for (const path of this.inside(from)) {
      this.places.set(to.path + path.slice(from.path.length), this.places.get(path));
      this.places.delete(path);
    }
    this.changes.fire([
      { type: FileChangeType.Deleted, uri: from },
      { type: FileChangeType.Created, uri: to },
    ]);
  }

  /** A place and all below it. What becomes of a folder is told of the folder alone, as VS Code does for a disk. */
  inside({ path }) {
    return [...this.places.keys()].filter((known) => known === path || known.startsWith(`${path}/`));
  }

  watch() {
    return new Disposable(() => undefined);
  }

  put(uri, content) {
    const type = this.places.has(uri.path) ? FileChangeType.Changed : FileChangeType.Created;
    for (let folder = parentOf(uri.path); !this.places.has(folder); folder = parentOf(folder)) {
      this.places.set(folder, undefined);
    }
    this.places.set(uri.path, content);
    this.times.set(uri.path, ++this.time);
    this.changes.fire([{ type, uri }]);
  }
}

exports.activate = async (context) => {
  const files = new MemoryFiles();
  const given = await workspace.fs.readFile(Uri.joinPath(context.extensionUri, "files.json"));
  for (const [path, text] of Object.entries(JSON.parse(new TextDecoder().decode(given)))) {
    files.put(Uri.from({ scheme: "memory", path }), new TextEncoder().encode(text));
  }
  context.subscriptions.push(workspace.registerFileSystemProvider("memory", files, { isCaseSensitive: true }));
};
