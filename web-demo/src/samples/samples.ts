import type { PathAndText } from "../project/project.ts";

export interface Sample {
  name: string;
  title: string;
  description: string;
}

/** In the order of the menu. The first is what a new visitor sees. */
export const SAMPLES: readonly Sample[] = [
  { name: "mistakes", title: "Mistakes", description: "Private endpoint connections, wrong in five ways" },
  { name: "connection", title: "A connection", description: "One private endpoint connection, as it should be" },
  { name: "web-application", title: "A web application", description: "Network, database account, key vault, private endpoints" },
  { name: "virtual-machine", title: "A virtual machine", description: "With data disks, a network and its rules" },
  { name: "storage", title: "Storage", description: "An ARM template and a list of definitions, in JSON" },
];

const texts = import.meta.glob<string>("../../samples/**/*", { query: "?raw", import: "default", eager: true });

export function filesOf(sample: Sample): PathAndText[] {
  const folder = `../../samples/${sample.name}/`;
  return Object.entries(texts)
    .filter(([path]) => path.startsWith(folder))
    .map(([path, text]) => ({ path: path.slice(folder.length), text }))
    .sort((one, other) => depth(one.path) - depth(other.path) || one.path.localeCompare(other.path));
}

function depth(path: string): number {
  return path.split("/").length;
}

/** Whether the files are those of a sample, as it came. */
export function isSample(files: readonly PathAndText[]): boolean {
  return SAMPLES.some((sample) => {
    const original = filesOf(sample);
    return (
      original.length === files.length &&
      original.every(({ path, text }) => files.some((file) => file.path === path && file.text === text))
    );
  });
}
