/** One kind of documents, as both VS Code and the protocol name them. */
export type Kind = { scheme: string; language: string } | { scheme: string; pattern: string };

const LANGUAGES = ["javascript", "typescript", "json", "jsonc"];

/** The file that says how the files of its folder are checked. What is typed into it counts before it is saved. */
const CONFIG = "**/lazuli.toml";

/** Where documents are that somebody works on, whatever folders are open. */
const EVERYWHERE = ["file", "untitled"];

/**
 * The documents that are checked: in folders of those schemes, and on their own. Others, as the former versions that a
 * comparison shows, are not for anybody to mend.
 */
export function kindsIn(schemes: Iterable<string>): Kind[] {
  return [...new Set([...EVERYWHERE, ...schemes])].flatMap((scheme) => [
    ...LANGUAGES.map((language) => ({ scheme, language })),
    { scheme, pattern: CONFIG },
  ]);
}
