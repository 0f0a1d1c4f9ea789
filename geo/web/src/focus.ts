/** Where the keyboard goes on when the thing that it was on is taken away. */

/** Whether an element stands on the page so that it can have the focus. Asks for no layout. */
export function canHold(element: Element | null): element is HTMLElement {
  if (!(element instanceof HTMLElement) || !element.isConnected || element === document.body) return false;
  if ((element as HTMLButtonElement).disabled === true || element.style.visibility === "hidden") return false;
  return element.closest("[hidden], [inert]") === null;
}

/** The first of the elements that can have the focus gets it. */
export function focusFirst(...elements: readonly (Element | null | undefined)[]): void {
  elements.find((element) => element != null && canHold(element as Element) && takes(element as HTMLElement));
}

/** False where the style sheet hides the element. */
function takes(element: HTMLElement): boolean {
  element.focus({ preventScroll: true });
  return document.activeElement === element;
}
