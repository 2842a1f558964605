/** The element that a key leads to from the one with the focus. Past either end it goes on at the other. */
export function reached(
  elements: readonly HTMLElement[],
  key: string,
  [back, forward]: readonly [string, string],
): HTMLElement | undefined {
  const index = elements.findIndex((element) => element === document.activeElement);
  if (index < 0) return undefined;
  const last = elements.length - 1;
  if (key === back) return elements[index === 0 ? last : index - 1];
  if (key === forward) return elements[index === last ? 0 : index + 1];
  if (key === "Home") return elements[0];
  return key === "End" ? elements[last] : undefined;
}

/** In a list of tabs: the keys move to another tab and choose it. */
export function moveFocus(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=tab]")];
  const tab = reached(tabs, event.key, ["ArrowLeft", "ArrowRight"]);
  if (!tab) return;
  event.preventDefault();
  tab.click();
  tab.focus();
}
