package io.tocsin.escalationengine.core;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Communication.Told;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.IncidentState;
import io.tocsin.contracts.events.MessageKind;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Update;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one event has people told, and who they are.
 *
 * @param words by the name of the template's variable
 */
record Said(MessageKind kind, List<Told> receivers, Map<String, String> words) {
  /** The line that rings: it says nothing but what the incident is. */
  static final Said PAGE = new Said(MessageKind.PAGE, List.of(), Map.of());

  /** Null for an event that tells nobody but those who were rung. */
  static @Nullable Said of(IncidentEvent event, Incident after) {
    IncidentChange change = event.change();
    if (change instanceof IncidentChange.PeopleTold told) {
      return new Said(told.kind(), told.receivers(), words(told.kind(), event, after));
    }
    if (change instanceof IncidentChange.UpdatePosted posted) {
      MessageKind kind =
          posted.update().audience() == null ? MessageKind.UPDATE : MessageKind.STAKEHOLDER_NOTICE;
      return new Said(kind, posted.receivers(), words(posted.update(), event));
    }
    if (change instanceof IncidentChange.FindingRecorded finding) {
      Map<String, String> words = by(event);
      words.put("finding", finding.text());
      return new Said(MessageKind.FINDING, threads(after), words);
    }
    if (change instanceof IncidentChange.QuestionsAsked asked) {
      return new Said(
          MessageKind.QUESTIONS,
          asked.receivers(),
          Map.of("questions", String.join("\n", asked.questions())));
    }
    if (change instanceof IncidentChange.Demanded demanded) {
      return new Said(
          MessageKind.QUESTIONS, demanded.receivers(), Map.of("question", demanded.text()));
    }
    if (change instanceof IncidentChange.RecoveryQuestioned) {
      return new Said(
          MessageKind.QUESTIONS, threads(after), Map.of("question", event.reason().text()));
    }
    if (change instanceof IncidentChange.FirstResponseChecked checked) {
      return new Said(
          MessageKind.REMINDER,
          checked.receivers(),
          Map.of("missing", String.join("\n", checked.missing()), "due", event.at().toString()));
    }
    return null;
  }

  /** What those who were rung are told when they need ring no more. */
  static Said settling(Notification.Act act, IncidentEvent event, Incident after) {
    MessageKind kind =
        act == Notification.Act.ACKNOWLEDGE
            ? MessageKind.ACKNOWLEDGED
            : MessageKind.RESOLUTION_NOTICE;
    return new Said(kind, List.of(), words(kind, event, after));
  }

  /** Where the incident is written about: its Slack messages, and its ticket unless restricted. */
  private static List<Told> threads(Incident incident) {
    return incident.hearers().stream()
        .filter(
            told ->
                told.channel() == Channel.SLACK
                    || (told.channel() == Channel.GITHUB && !incident.restricted()))
        .toList();
  }

  private static Map<String, String> words(MessageKind kind, IncidentEvent event, Incident after) {
    return switch (kind) {
      case ACKNOWLEDGED -> by(event);
      case STAKEHOLDER_NOTICE -> {
        Map<String, String> words = by(event);
        words.put("status", "Mitigating");
        words.put("next-steps", event.reason().text());
        yield words;
      }
      case RESOLUTION_NOTICE, TICKET_CLOSED -> ending(event, after);
      default -> Map.of();
    };
  }

  private static Map<String, String> words(Update update, IncidentEvent event) {
    Map<String, String> words = by(event);
    put(words, "status", update.status());
    put(words, "impact", update.impact());
    put(words, "actions-taken", update.actionsTaken());
    put(words, "next-steps", update.nextSteps());
    put(words, "eta", update.eta() == null ? null : update.eta().toString());
    return words;
  }

  private static Map<String, String> ending(IncidentEvent event, Incident after) {
    Map<String, String> words = by(event);
    put(words, "root-cause", after.cause().rootCause());
    put(words, "resolution", after.cause().resolution());
    if (after.milestones().endedAt() != null) {
      words.put("incident-end", after.milestones().endedAt().toString());
    }
    if (after.state() == IncidentState.FALSE_ALARM) {
      words.put("outcome", "false alarm");
    }
    return words;
  }

  private static Map<String, String> by(IncidentEvent event) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("by", event.by().id());
    words.put("time", event.at().toString());
    return words;
  }

  private static void put(Map<String, String> words, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      words.put(name, value);
    }
  }
}
