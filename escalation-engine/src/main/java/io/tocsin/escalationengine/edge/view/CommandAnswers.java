package io.tocsin.escalationengine.edge.view;

import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.IncidentId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToLongFunction;

/**
 * Which command the engine answered with what: the last 50 000 are remembered, so that a repeated
 * one is answered without being sent, and whoever waits for one is told as soon as the view shows
 * its effect.
 */
public final class CommandAnswers {
  private static final int REMEMBERED = 50_000;

  private final ToLongFunction<IncidentId> revisions;
  private final Map<String, Answer> answers = new RecentAnswers();
  private final Map<String, List<CompletableFuture<Answer>>> waiting = new HashMap<>();

  /**
   * @param revisions the revision at which an incident is seen now, 0 for an unseen one
   */
  CommandAnswers(ToLongFunction<IncidentId> revisions) {
    this.revisions = revisions;
  }

  /** The engine's answer to {@code command}, if it is remembered. */
  public synchronized Optional<Answer> known(String command) {
    return Optional.ofNullable(answers.get(command));
  }

  /**
   * Completes when the answer to {@code command} is here and the view shows the incident as it is
   * after it. Give it back with {@link #forget}.
   */
  public synchronized CompletableFuture<Answer> await(String command) {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    waiting.computeIfAbsent(command, id -> new ArrayList<>(1)).add(answer);
    settle(command);
    return answer;
  }

  /** Nobody waits for {@code answer} any more. */
  public synchronized void forget(String command, CompletableFuture<Answer> answer) {
    waiting.computeIfPresent(
        command,
        (id, others) -> {
          others.remove(answer);
          return others.isEmpty() ? null : others;
        });
  }

  synchronized void told(IncidentEvent event) {
    String command = event.causedBy();
    if (command != null) {
      answers.merge(command, Answer.in(event), Answer::and);
      settle(command);
    }
  }

  synchronized void changed(Incident incident) {
    if (!waiting.isEmpty()) {
      List.copyOf(waiting.keySet()).forEach(command -> settleIfAbout(incident.id(), command));
    }
  }

  private void settleIfAbout(IncidentId incident, String command) {
    Answer answer = answers.get(command);
    if (answer != null && incident.equals(answer.incident())) {
      settle(command);
    }
  }

  private void settle(String command) {
    Answer answer = answers.get(command);
    List<CompletableFuture<Answer>> told = waiting.get(command);
    if (answer != null && told != null && isSeen(answer)) {
      waiting.remove(command);
      told.forEach(one -> one.complete(answer));
    }
  }

  private boolean isSeen(Answer answer) {
    IncidentId incident = answer.incident();
    return answer.refused()
        || incident == null
        || revisions.applyAsLong(incident) >= answer.sequence();
  }

  private static final class RecentAnswers extends LinkedHashMap<String, Answer> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Answer> eldest) {
      return size() > REMEMBERED;
    }
  }
}
