import { offerBefore } from "../files/bring-back.ts";
import { Menu } from "../page/Menu.tsx";
import { replaceFiles, snapshot } from "../project/project.ts";
import { SAMPLES, type Sample, filesOf, isSample } from "./samples.ts";

export function SamplesMenu() {
  return (
    <Menu
      icon="sample"
      label="Samples"
      items={SAMPLES.map((sample) => ({
        label: sample.title,
        description: sample.description,
        run: () => open(sample),
      }))}
    />
  );
}

function open(sample: Sample): void {
  const replace = () => replaceFiles(filesOf(sample));
  // Another sample is in the menu still, and need not be brought back.
  if (isSample(snapshot())) replace();
  else offerBefore("The sample took the place of your files.", replace);
}
