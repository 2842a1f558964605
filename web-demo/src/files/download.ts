import { type ProjectFile, fileText } from "../project/project.ts";

export function download(file: ProjectFile): void {
  const address = URL.createObjectURL(new Blob([fileText(file)], { type: "text/plain;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = file.path.split("/").at(-1) ?? file.path;
  link.click();
  // The browser has to begin reading before the address goes.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
