/** Nothing runs in the page, and nothing is fetched into it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** The page that shows a graph, in the colours of the editor around it. */
export function graphPage(svg: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>What depends on what</title>
<style>
body { margin: 0; padding: 1rem; background: var(--vscode-editor-background); }
svg { display: block; margin: 1rem auto; }
svg > rect { fill: var(--vscode-editor-background); }
</style>
</head>
<body>
<a href="command:lazuli.copyGraph">Copy as Mermaid</a>
${svg}
</body>
</html>
`;
}
