import { useEffect, useRef } from "preact/hooks";
import type { RuleDocumentation } from "lazuli";
import { Icon } from "../page/Icon.tsx";
import { Prose } from "./Prose.tsx";
import { closeDocumentation } from "./documentation.ts";

const FIXES = { safe: "safe fix", unsafe: "fix to be reviewed", none: "no fix" } as const;

export function RuleDocument({ rule, documentation }: { rule: string; documentation: RuleDocumentation | undefined }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [rule]);
  return (
    <article class="rule-document" aria-busy={!documentation}>
      <button type="button" class="button back" onClick={closeDocumentation}>
        <Icon name="arrow" />
        Back to the findings
      </button>
      <h2 ref={heading} tabIndex={-1}>
        <bdi>{rule}</bdi>
      </h2>
      {documentation && <Content documentation={documentation} />}
    </article>
  );
}

function Content({ documentation }: { documentation: RuleDocumentation }) {
  const { severity, enabled, fix, summary, explanation, source, url, examples } = documentation;
  return (
    <>
      <p class="labels">
        <span class={`label label-${severity}`}>{severity}</span>
        {!enabled && <span class="label">off unless lazuli.toml turns it on</span>}
        <span class="label">{FIXES[fix]}</span>
      </p>
      <p class="lead">
        <Prose text={summary} />
      </p>
      {explanation.split(/\n{2,}/).map((paragraph) => (
        <p>
          <Prose text={paragraph} />
        </p>
      ))}
      {examples.map(({ reported, file, text }) => (
        <figure>
          <figcaption>
            <Icon name={reported ? "error" : "check"} />
            {reported ? "Reported" : "Not reported"}, in <bdi>{file}</bdi>
          </figcaption>
          <pre tabIndex={0}>
            <code>{text.trimEnd()}</code>
          </pre>
        </figure>
      ))}
      <p class="muted">
        Source: <Prose text={source} />
      </p>
      {/^https:\/\//.test(url) && (
        <p>
          <a href={url} target="_blank" rel="noopener noreferrer">
            This rule on its own page
          </a>
        </p>
      )}
    </>
  );
}
