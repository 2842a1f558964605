import { useState } from "preact/hooks";
import type { Diagnostic, FileReport } from "lazuli";
import { goTo } from "../editor/editor.ts";
import { Icon } from "../page/Icon.tsx";
import { Prose } from "./Prose.tsx";
import { explain } from "./documentation.ts";
import { fixOne } from "./fixing.ts";

/** A list of thousands would hold up every key; the rest is a press away. */
const PAGE = 100;

export function FileFindings({ path, diagnostics }: FileReport) {
  const [limit, setLimit] = useState(PAGE);
  return (
    <section class="finding-file" aria-label={path}>
      <h2>
        <bdi>{path}</bdi>
        <span class="count">{diagnostics.length}</span>
      </h2>
      <ul>
        {diagnostics.slice(0, limit).map((diagnostic, index) => (
          <Finding key={index} path={path} diagnostic={diagnostic} />
        ))}
      </ul>
      {diagnostics.length > limit && (
        <button type="button" class="button more" onClick={() => setLimit(limit * 4)}>
          {`Show more of ${diagnostics.length}`}
        </button>
      )}
    </section>
  );
}

function Finding({ path, diagnostic }: { path: string; diagnostic: Diagnostic }) {
  const { severity, message, help, rule, range, resource, related, fix } = diagnostic;
  const { start, end } = range;
  return (
    <li class="finding">
      <Icon name={severity} />
      <button
        type="button"
        class="finding-message"
        onClick={() => goTo(path, start.offset, end.offset)}
        aria-description={`Go to line ${start.line}`}
      >
        <span class="visually-hidden">{`${severity}: `}</span>
        <Prose text={message} />
      </button>
      <div class="finding-more">
        {help && (
          <p class="muted">
            <Prose text={help} />
          </p>
        )}
        {related.map((place) => (
          <p>
            <button
              type="button"
              class="link"
              onClick={() => goTo(place.path, place.range.start.offset, place.range.end.offset)}
            >
              <bdi>{`${place.path}:${place.range.start.line}`}</bdi>
            </button>{" "}
            <Prose text={place.message} />
          </p>
        ))}
        <p class="finding-place">
          <span>{`${start.line}:${start.column}`}</span>
          {resource?.name !== undefined && <bdi class="finding-resource">{resource.name}</bdi>}
          <button type="button" class="link" onClick={() => void explain(rule)}>
            {rule}
          </button>
        </p>
      </div>
      {fix && (
        <button type="button" class="button finding-fix" onClick={() => fixOne(path, diagnostic)}>
          <Icon name="fix" />
          <Prose text={fix.safe ? fix.title : `${fix.title} (review it)`} />
        </button>
      )}
    </li>
  );
}
