import { render } from "preact";
import { applyAppearance } from "./appearance/appearance.ts";
import { takeDroppedFiles } from "./files/drop.ts";
import { announceFindings } from "./findings/Announcement.tsx";
import { followReport } from "./graph/graph.ts";
import { followConfig } from "./linting/config.ts";
import { workOffline } from "./offline/register.ts";
import { Page } from "./page/Page.tsx";
import { followKeys } from "./page/keys.ts";
import { applyView } from "./page/view.ts";
import { keepRemembering, recall } from "./project/remember.ts";
import { replaceFiles } from "./project/project.ts";
import { SAMPLES, filesOf } from "./samples/samples.ts";
import { followPlace } from "./schema/shown-type.ts";
import { followLinks, openLink } from "./share/open-link.ts";

applyAppearance();
applyView();

const kept = recall();
const [first] = SAMPLES;
if (kept) replaceFiles(kept.files, kept.active);
else if (first) replaceFiles(filesOf(first));

const place = document.querySelector("#page");
if (place) render(<Page />, place);

followConfig();
followPlace();
followReport();
followLinks();
followKeys();
announceFindings();
takeDroppedFiles();
keepRemembering();
void openLink();
void workOffline();
