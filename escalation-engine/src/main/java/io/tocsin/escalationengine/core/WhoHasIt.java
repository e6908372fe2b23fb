package io.tocsin.escalationengine.core;

import io.tocsin.contracts.events.Actor;
import io.tocsin.contracts.events.Communication.Told;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.MessageKind;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.events.Response;
import io.tocsin.contracts.policy.conduct.Telling.Occasion;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** Who hears, beside those whose pages show it, that somebody has it (RUN-04.1). */
final class WhoHasIt {
  /** The wire format in which Datadog's alerts come. */
  private static final String DATADOG = "datadog";

  private static final Reason SOMEBODY_HAS_IT = new Reason("acknowledged", "somebody has it");

  private final Story story;
  private final NotificationMatrix matrix;

  WhoHasIt(Story story, NotificationMatrix matrix) {
    this.story = story;
    this.matrix = matrix;
  }

  /** RUN-04.1a: it is posted, and told to whoever was rung where no name can be shown. */
  void taken(Actor by) {
    Set<Told> now = new LinkedHashSet<>(matrix.concerned(Occasion.ACKNOWLEDGED));
    now.addAll(matrix.receivers().ofRungUnnamed(0, Set.of(by.id())));
    matrix.said(MessageKind.ACKNOWLEDGED, now, SOMEBODY_HAS_IT);
    writeBack();
  }

  /** Somebody had it already when these were rung, and then somebody else answered too. */
  void answeredToo(Actor by) {
    Response response = story.incident().response();
    Set<String> knowing = new HashSet<>(Set.of(by.id()));
    if (response.owner() != null) {
      knowing.add(response.owner().id());
    }
    matrix.said(
        MessageKind.ACKNOWLEDGED,
        new LinkedHashSet<>(matrix.receivers().ofRungUnnamed(response.quietedAt(), knowing)),
        SOMEBODY_HAS_IT);
  }

  /** RUN-04.1c: Datadog is told that somebody has it; of what is restricted, nothing. */
  private void writeBack() {
    Incident incident = story.incident();
    if (incident.subject().origin().equals(DATADOG) && !incident.restricted()) {
      matrix.said(
          MessageKind.ACKNOWLEDGED,
          Set.of(Told.monitor()),
          new Reason("written-back", "to be written back to Datadog"));
    }
  }
}
