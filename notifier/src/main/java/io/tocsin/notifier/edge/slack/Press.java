package io.tocsin.notifier.edge.slack;

import com.slack.api.model.block.composition.ConfirmationDialogObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.ButtonElement;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.Severity;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a press of a button of ours asks for.
 *
 * @param to the level that a raise leads to, as the button said; null where there is none above
 */
public record Press(Action action, IncidentId incident, @Nullable Severity to) {

  /** Our buttons. */
  public enum Action {
    ACKNOWLEDGE,
    UPDATE,
    RAISE,
    /** More people are wanted: the level cannot go higher. */
    ESCALATE,
    /** The five questions (RUN-02.2). */
    ANSWER;

    /** The {@code action_id}: {@code tocsin_acknowledge}. */
    public String id() {
      return "tocsin_" + name().toLowerCase(Locale.ROOT);
    }
  }

  /** Reads what Slack sends of a press; empty for another's button. */
  public static Optional<Press> parse(String actionId, @Nullable String value) {
    for (Action action : Action.values()) {
      if (action.id().equals(actionId) && value != null) {
        return parse(action, value);
      }
    }
    return Optional.empty();
  }

  private static Optional<Press> parse(Action action, String value) {
    String[] parts = value.split(" ", 2);
    try {
      return Optional.of(
          new Press(
              action,
              IncidentId.parse(parts[0]),
              parts.length == 2 ? Severity.valueOf(parts[1]) : null));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  static ButtonElement acknowledge(IncidentId incident) {
    return button(Action.ACKNOWLEDGE, "Acknowledge", incident.toString()).style("primary").build();
  }

  static ButtonElement update(IncidentId incident) {
    return button(Action.UPDATE, "Update", incident.toString()).build();
  }

  static ButtonElement answer(IncidentId incident) {
    return button(Action.ANSWER, "Answer", incident.toString()).build();
  }

  /** One level higher; at the highest it calls the next of the ladder. */
  static ButtonElement raise(IncidentId incident, Severity level) {
    if (level == Severity.P1) {
      return button(Action.ESCALATE, "Escalate", incident.toString())
          .style("danger")
          .confirm(confirm("Call the next of the ladder?", "It rings."))
          .build();
    }
    Severity higher = Severity.values()[level.ordinal() - 1];
    return button(Action.RAISE, "Raise to " + higher, incident + " " + higher)
        .style("danger")
        .confirm(confirm("Raise to " + higher + "?", "It rings again by the ladder of " + higher))
        .build();
  }

  private static ButtonElement.ButtonElementBuilder button(
      Action action, String label, String value) {
    return ButtonElement.builder().actionId(action.id()).text(plain(label)).value(value);
  }

  private static ConfirmationDialogObject confirm(String title, String text) {
    return ConfirmationDialogObject.builder()
        .title(plain(title))
        .text(plain(text))
        .confirm(plain("Yes"))
        .deny(plain("No"))
        .build();
  }

  private static PlainTextObject plain(String text) {
    return PlainTextObject.builder().text(text).emoji(false).build();
  }
}
