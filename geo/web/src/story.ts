/** The story's captions on the map, one at a time, and the steps between them. */

import { button, el, icon, replace, said } from "./dom";
import { formatNumber } from "./format";
import { t } from "./language";
import { fill } from "./phrase";
import type { Story } from "./storysteps";

export class StoryBox {
  readonly element: HTMLElement;
  private readonly caption = el("p", { class: "dl-story-caption", "data-testid": "story-caption", "aria-live": "polite", tabindex: "0", dir: "auto" });
  private readonly place = el("span", { class: "dl-story-place", "data-testid": "story-place" });
  private readonly previous: HTMLButtonElement;
  private readonly next: HTMLButtonElement;
  private readonly reopen: HTMLButtonElement;
  private index = 0;

  /** `show` brings the map to a step. */
  constructor(private readonly story: Story, stage: HTMLElement, private readonly show: (index: number) => void) {
    this.previous = button(t.previousStep, { class: "dl-tool", "data-testid": "story-previous", title: t.previousStep }, () => this.go(this.index - 1), icon("left"));
    this.next = button(t.nextStep, { class: "dl-tool", "data-testid": "story-next", title: t.nextStep }, () => this.go(this.index + 1), icon("right"));
    const leave = button(t.leaveStory, { class: "dl-tool", "data-testid": "story-leave", title: t.leaveStory }, () => this.leave(), icon("close"));
    this.element = el("section", { class: "dl-story", "data-testid": "story", "aria-label": t.story, hidden: true },
      el("div", { class: "dl-story-head" },
        story.title === null ? el("h2", {}, t.story) : el("h2", {}, said(story.title)), leave),
      this.caption,
      el("div", { class: "dl-story-foot" }, this.previous, this.place, this.next));
    this.reopen = button(t.story, { class: "dl-button dl-story-open", "data-testid": "story-open", hidden: true }, () => {
      this.open(this.index);
      this.next.focus();
    }, t.story);
    stage.append(this.element, this.reopen);
    this.element.addEventListener("keydown", (event) => this.key(event));
    // What else stands at the stage's lower edge makes room for the box (story.css).
    new ResizeObserver(() => stage.style.setProperty("--story", `${this.element.offsetHeight}px`)).observe(this.element);
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  /** The step whose caption is shown, or null while the box is closed. */
  get step(): number | null {
    return this.isOpen ? this.index : null;
  }

  /** Shows a caption, or closes the box, and leaves the map as it is. */
  put(step: number | null): void {
    this.element.hidden = step === null;
    this.reopen.hidden = step !== null;
    if (step !== null) this.say(step);
  }

  get hasFocus(): boolean {
    return this.element.contains(document.activeElement);
  }

  open(index = 0): void {
    this.element.hidden = false;
    this.reopen.hidden = true;
    this.write(index);
  }

  /** Takes the place of a box in another language: the map stays as it is. */
  replace(old: StoryBox): void {
    this.element.hidden = old.element.hidden;
    this.reopen.hidden = old.reopen.hidden;
    this.say(old.index);
    old.element.remove();
    old.reopen.remove();
  }

  leave(): void {
    const focused = this.hasFocus;
    this.element.hidden = true;
    this.reopen.hidden = false;
    if (focused) this.reopen.focus();
  }

  private go(index: number): void {
    if (index < 0 || index >= this.story.steps.length || index === this.index) return;
    this.write(index);
  }

  private write(index: number): void {
    this.say(index);
    this.show(index);
  }

  private say(index: number): void {
    const { steps } = this.story;
    this.index = index;
    replace(this.caption, steps[index]!.caption);
    this.caption.scrollTop = 0;
    this.place.textContent = fill(t.stepOf, { step: formatNumber(index + 1), steps: formatNumber(steps.length) });
    // A button that is disabled under the finger would lose the keyboard's place.
    this.previous.setAttribute("aria-disabled", String(index === 0));
    this.next.setAttribute("aria-disabled", String(index === steps.length - 1));
  }

  private key(event: KeyboardEvent): void {
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
    if (altKey || ctrlKey || metaKey || shiftKey) return;
    // In a text that runs from right to left, the next step lies to the left.
    const forward = getComputedStyle(this.element).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const back = forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
    if (key === forward) this.go(this.index + 1);
    else if (key === back) this.go(this.index - 1);
    else return;
    event.preventDefault();
  }
}
