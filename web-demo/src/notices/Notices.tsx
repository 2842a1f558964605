import { Icon } from "../page/Icon.tsx";
import { dismiss, notices } from "./notices.ts";

export function Notices() {
  return (
    <div class="notices" role="status" aria-live="polite">
      {notices.value.map(({ kind, topic, text, action }) => (
        <div key={topic} class={`notice notice-${kind}`}>
          <Icon name={kind} />
          <p>
            <bdi>{text}</bdi>
          </p>
          {action && (
            <button
              type="button"
              class="button"
              onClick={() => {
                dismiss(topic);
                action.run();
              }}
            >
              {action.label}
            </button>
          )}
          <button type="button" class="icon-button" aria-label="Dismiss this message" onClick={() => dismiss(topic)}>
            <Icon name="close" />
          </button>
        </div>
      ))}
    </div>
  );
}
