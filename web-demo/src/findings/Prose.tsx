/** Text of the linter: what stands in backticks is code. Always text, never HTML, and it cannot turn what is beside it. */
export function Prose({ text }: { text: string }) {
  return (
    <bdi>
      {text.split(/(`[^`]+`)/).map((part) => (/^`[^`]+`$/.test(part) ? <code>{part.slice(1, -1)}</code> : part))}
    </bdi>
  );
}
