import { Editor } from "../editor/Editor.tsx";
import { FileTabs } from "../files/FileTabs.tsx";
import { held } from "../files/drop.ts";
import { Announcement } from "../findings/Announcement.tsx";
import { Notices } from "../notices/Notices.tsx";
import { ShareDialog } from "../share/ShareDialog.tsx";
import { Header } from "./Header.tsx";
import { HelpDialog } from "./HelpDialog.tsx";
import { PanelContent, PanelTabs } from "./Panels.tsx";
import { Splitter, editorShare } from "./Splitter.tsx";
import { StatusBar } from "./StatusBar.tsx";
import { narrow } from "./view.ts";

export function Page() {
  return (
    <div class="page" data-held={held.value}>
      <Header />
      {narrow.value && <PanelTabs />}
      <main class="workplace" style={{ "--share": `${editorShare.value}%` }}>
        <section class="editor-side" aria-label="Editor">
          <FileTabs />
          <div class="editor-frame" id="editor">
            <Editor />
          </div>
        </section>
        {!narrow.value && <Splitter />}
        <section class="panel-side" aria-label="Results">
          {!narrow.value && <PanelTabs />}
          <PanelContent />
        </section>
      </main>
      <StatusBar />
      <Notices />
      <Announcement />
      <ShareDialog />
      <HelpDialog />
    </div>
  );
}
