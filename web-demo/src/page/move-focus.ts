/** Arrow keys, Home and End in a list of tabs: they move to another tab and choose it. */
export function moveFocus(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=tab]")];
  const index = tabs.findIndex((tab) => tab === document.activeElement);
  if (index < 0) return;
  const last = tabs.length - 1;
  const next = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: last }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  const tab = tabs[next < 0 ? last : next > last ? 0 : next];
  tab?.click();
  tab?.focus();
}
