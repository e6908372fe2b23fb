package io.tocsin.escalationengine.core;

import io.tocsin.contracts.events.Communication.Told;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.MessageKind;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.policy.conduct.Telling;
import io.tocsin.contracts.policy.conduct.Telling.Occasion;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Who is told on which occasion, as the policy's matrix has it (RUN-04.4, RUN-07.3, MHV-aud). */
final class NotificationMatrix {
  private final Story story;
  private final Rulebook rulebook;

  NotificationMatrix(Story story, Rulebook rulebook) {
    this.story = story;
    this.rulebook = rulebook;
  }

  void tell(Occasion occasion, MessageKind kind, String name, String text) {
    said(kind, concerned(occasion), new Reason(name, text));
  }

  /** Where those stand whom the policy has told on {@code occasion}. */
  Set<Told> concerned(Occasion occasion) {
    Set<Told> now = new LinkedHashSet<>();
    tellings(occasion).forEach(telling -> now.addAll(receivers().of(telling.audience())));
    return now;
  }

  void said(MessageKind kind, Set<Told> receivers, Reason why) {
    Set<Told> each = new LinkedHashSet<>();
    receivers.stream()
        .filter(told -> each.stream().noneMatch(told::isSamePlace))
        .forEach(each::add);
    if (!each.isEmpty()) {
      story.tell(new IncidentChange.PeopleTold(kind, List.copyOf(each)), why);
    }
  }

  /** The rows of the matrix that hold for the incident as it is now. */
  List<Telling> tellings(Occasion occasion) {
    Incident incident = story.incident();
    Receivers receivers = receivers();
    Stream<Telling> rows = rulebook.level(incident).tell().stream();
    return rows.filter(telling -> telling.when().contains(occasion))
        .filter(telling -> telling.whenUnknown() || !incident.assessment().unknown())
        .filter(telling -> receivers.concerns(telling.services()))
        .toList();
  }

  Receivers receivers() {
    return new Receivers(story.incident(), rulebook, story.now());
  }
}
