package io.tocsin.escalationengine.edge.http;

import io.tocsin.contracts.events.DeliveryReceipt;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.TimerName;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.severity.Question;
import io.tocsin.escalationengine.edge.view.Answer;
import io.tocsin.escalationengine.edge.view.Deliveries;
import io.tocsin.escalationengine.edge.view.IncidentView;
import io.tocsin.escalationengine.edge.view.Timeline;
import io.tocsin.escalationengine.edge.view.TimelineEntry;
import io.tocsin.escalationengine.edge.view.Timelines;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What people may know of incidents: the list, and one with all that happened to it. */
final class IncidentQueries {
  private final IncidentView view;
  private final Timelines timelines;
  private final Deliveries deliveries;
  private final Supplier<Policies> policies;

  IncidentQueries(
      IncidentView view, Timelines timelines, Deliveries deliveries, Supplier<Policies> policies) {
    this.view = view;
    this.timelines = timelines;
    this.deliveries = deliveries;
    this.policies = policies;
  }

  /** Newest first; {@code command} asks for the one that a command was about. */
  Mono<ServerResponse> list(ServerRequest request) {
    Optional<String> command = request.queryParam("command");
    IncidentFilter filter = IncidentFilter.of(request);
    return Mono.fromCallable(() -> command.map(this::of).orElseGet(() -> newest(filter)))
        .subscribeOn(Schedulers.boundedElastic())
        .flatMap(found -> ApiRequests.json(ServerResponse.ok(), Map.of("incidents", found)));
  }

  /** A list that lacks what was not read yet would say that all is well. */
  private List<Incident> newest(IncidentFilter filter) {
    if (!view.caughtUp()) {
      throw stillReading();
    }
    return view.newest(filter, filter.limit());
  }

  private static ApiProblem stillReading() {
    return ApiProblem.of(
        HttpStatus.SERVICE_UNAVAILABLE,
        "incidents are still being read after the start; try again in a moment");
  }

  private List<Incident> of(String command) {
    Optional<Answer> answer = view.answers().known(command);
    answer
        .filter(Answer::refused)
        .ifPresent(
            refusal -> {
              throw ApiProblem.refused(HttpStatus.CONFLICT, refusal.reason());
            });
    return answer.map(Answer::incident).flatMap(view::incident).stream().toList();
  }

  Mono<ServerResponse> show(ServerRequest request) {
    Incident incident = known(ApiRequests.incident(request));
    return Mono.zip(read(() -> timelines.of(incident)), read(() -> deliveries.of(incident)))
        .flatMap(
            found ->
                ApiRequests.json(
                    ServerResponse.ok(),
                    Shown.of(
                        incident,
                        found.getT1(),
                        found.getT2(),
                        incident.policy().equals(policies.get().hash()))));
  }

  private static <T> Mono<T> read(Callable<T> reading) {
    return Mono.fromCallable(reading).subscribeOn(Schedulers.boundedElastic());
  }

  private Incident known(IncidentId id) {
    return view.incident(id)
        .orElseThrow(() -> view.caughtUp() ? ApiRequests.noSuchIncident(id) : stillReading());
  }

  /**
   * @param deliveries what became of every message: taken by its provider, come to the device,
   *     heard, failed
   * @param questions those of the assessment that nobody has answered (RUN-02.2), as people are
   *     asked
   * @param complete whether the timeline reaches the incident's revision, and no receipt was left
   *     unread
   * @param policyIsCurrent false for an incident that keeps the ladder, cadence and templates of an
   *     earlier policy
   */
  private record Shown(
      Incident incident,
      List<TimelineEntry> timeline,
      List<DeliveryReceipt> deliveries,
      boolean complete,
      List<Due> timers,
      List<Asked> questions,
      boolean policyIsCurrent) {

    static Shown of(
        Incident incident, Timeline timeline, Deliveries.Told told, boolean policyIsCurrent) {
      List<Due> timers =
          incident.deadlines().entrySet().stream()
              .sorted(Map.Entry.comparingByValue())
              .map(deadline -> new Due(deadline.getKey(), deadline.getValue()))
              .toList();
      return new Shown(
          incident,
          timeline.entries(),
          told.receipts(),
          timeline.complete() && told.complete(),
          timers,
          Asked.of(incident),
          policyIsCurrent);
    }
  }

  private record Due(TimerName name, Instant due) {}

  /**
   * @param name of a question, or of a fact that no alert said
   */
  private record Asked(String name, String text, boolean yesOrNo) {
    static List<Asked> of(Incident incident) {
      return incident.assessment().open().stream().map(Asked::of).toList();
    }

    private static Asked of(String name) {
      return Question.named(name)
          .map(question -> new Asked(name, question.text(), question.yesOrNo()))
          .orElse(new Asked(name, name, false));
    }
  }
}
