/** The one message that this page and the page around it understand: which event is selected. */

const TYPE = "dateline:select";

export interface SelectMessage {
  readonly type: typeof TYPE;
  readonly event_id: string | null;
}

/** The message if it has exactly the shape agreed on, else null. */
export function parseMessage(data: unknown): SelectMessage | null {
  if (typeof data !== "object" || data === null) return null;
  const { type, event_id: eventId } = data as Record<string, unknown>;
  if (type !== TYPE || (typeof eventId !== "string" && eventId !== null)) return null;
  return { type: TYPE, event_id: eventId };
}

/** The receiver's origin is unknown to a page that may be embedded anywhere; the message holds an id and nothing else. */
export function sendSelection(eventId: string): void {
  if (window.parent === window) return;
  const message: SelectMessage = { type: TYPE, event_id: eventId };
  window.parent.postMessage(message, "*");
}

export function onSelection(listener: (eventId: string | null) => void): void {
  window.addEventListener("message", (event) => {
    if (window.parent === window || event.source !== window.parent) return;
    const message = parseMessage(event.data);
    if (message) listener(message.event_id);
  });
}
