import { signal } from "@preact/signals";
import { Dialog } from "../page/Dialog.tsx";
import { savedProject } from "../project/saved-project.ts";
import { LONGEST, toFragment } from "./link.ts";

const link = signal<string | undefined>(undefined);
const copied = signal(false);

export async function share(): Promise<void> {
  const fragment = await toFragment(savedProject());
  copied.value = false;
  link.value = new URL(fragment, location.href).href;
}

export function ShareDialog() {
  const address = link.value;
  if (address === undefined) return null;
  return (
    <Dialog title="Share" close={() => (link.value = undefined)}>
      {address.length > LONGEST ? <TooLong length={address.length} /> : <Link address={address} />}
    </Dialog>
  );
}

function TooLong({ length }: { length: number }) {
  const letters = (count: number) => count.toLocaleString("en");
  return (
    <p role="alert">
      {`These files are too large for a link: it would have ${letters(length)} characters, and more than ${letters(LONGEST)} get lost on the way. Download the files and send them instead, or close those that do not matter.`}
    </p>
  );
}

function Link({ address }: { address: string }) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      copied.value = true;
    } catch {
      // Without the right to write, the field is there to copy from by hand.
      document.querySelector<HTMLInputElement>("#share-link")?.select();
    }
  };
  return (
    <>
      <p>The link carries the files themselves. They are not stored anywhere, and no server sees them.</p>
      <div class="share-link">
        <input
          id="share-link"
          aria-label="Link to these files"
          readOnly
          value={address}
          onFocus={(event) => event.currentTarget.select()}
        />
        <button type="button" class="button button-main" onClick={() => void copy()}>
          {copied.value ? "Copied" : "Copy"}
        </button>
      </div>
      <p class="muted" role="status">{`${address.length.toLocaleString("en")} characters`}</p>
    </>
  );
}
