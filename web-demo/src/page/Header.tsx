import { useRef } from "preact/hooks";
import { dark, switchAppearance } from "../appearance/appearance.ts";
import { download } from "../files/download.ts";
import { openFiles } from "../files/open-files.ts";
import { activeFile, files } from "../project/project.ts";
import { SamplesMenu } from "../samples/SamplesMenu.tsx";
import { share } from "../share/ShareDialog.tsx";
import { Icon, type IconName } from "./Icon.tsx";
import { Menu } from "./Menu.tsx";
import { help } from "./HelpDialog.tsx";

export function Header() {
  return (
    <header class="page-header">
      <h1>
        <img src="./icon.svg" alt="" width="20" height="20" />
        lazuli
        <span class="subtitle">validator</span>
      </h1>
      <div class="actions">
        <SamplesMenu />
        <OpenButton />
        <Download />
        <ActionButton icon="share" label="Share" run={() => void share()} disabled={files.value.length === 0} />
        <button
          type="button"
          class="icon-button"
          aria-label={dark.value ? "Light colours" : "Dark colours"}
          title={dark.value ? "Light colours" : "Dark colours"}
          onClick={switchAppearance}
        >
          <Icon name={dark.value ? "sun" : "moon"} />
        </button>
        <button type="button" class="icon-button" aria-label="Help" title="Help (F1)" onClick={help}>
          <Icon name="help" />
        </button>
      </div>
    </header>
  );
}

function OpenButton() {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <ActionButton icon="folder" label="Open" run={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="Files to open"
        onChange={(event) => {
          const { currentTarget } = event;
          void openFiles(currentTarget.files ?? []).then(() => {
            // The same file can be opened once more.
            currentTarget.value = "";
          });
        }}
      />
    </>
  );
}

function Download() {
  const file = activeFile.value;
  if (files.value.length < 2) {
    return <ActionButton icon="download" label="Download" run={() => file && download(file)} disabled={!file} />;
  }
  return (
    <Menu
      icon="download"
      label="Download"
      items={[
        ...(file ? [{ label: file.path, run: () => download(file) }] : []),
        { label: `All ${files.value.length} files`, run: () => files.value.forEach(download) },
      ]}
    />
  );
}

interface ActionProperties {
  icon: IconName;
  label: string;
  run: () => void;
  disabled?: boolean;
}

function ActionButton({ icon, label, run, disabled = false }: ActionProperties) {
  return (
    <button type="button" class="button" aria-label={label} disabled={disabled} onClick={run}>
      <Icon name={icon} />
      <span class="button-text">{label}</span>
    </button>
  );
}
