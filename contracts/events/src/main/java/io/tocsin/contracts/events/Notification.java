package io.tocsin.contracts.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A message for one recipient over one channel.
 *
 * @param revision of the incident when it was caused: a page older than the incident's {@code
 *     quietedAt} is not wanted any more
 * @param recipient a contact's id, never an address
 * @param pages the page numbers it is about: one for {@code PAGE}, any for the others
 * @param minutesLate how late a page is because of an outage of our own
 * @param policy the hash of the bundle the incident opened under
 */
public record Notification(
    NotificationId id,
    IncidentId incident,
    long revision,
    Channel channel,
    String recipient,
    Act act,
    List<Integer> pages,
    Content content,
    @Nullable Long minutesLate,
    Reason reason,
    Instant requestedAt,
    String policy) {

  public Notification {
    pages = pages == null ? List.of() : List.copyOf(pages);
  }

  /** What the receiver is to do. */
  public enum Act {
    /** Ring until somebody acknowledges. */
    PAGE,
    /** Somebody has it: stop ringing. */
    ACKNOWLEDGE,
    /** It is over, or a newer page took its place. */
    RESOLVE,
    /** Know it: it rings nobody. */
    TELL,
    /** What was said first is brought up to date; nobody is told. */
    REFRESH
  }

  /**
   * What a message says of the incident.
   *
   * @param role the rung that is called; null where it is no call
   * @param audience for which audience it is; null where it is for one person
   * @param owner who has the incident
   * @param decidedBy why it has its level (RUN-02.2); null in records from before it was said
   * @param said what belongs to this kind of message alone, by the name of the template's variable
   *     ({@code next-steps}); times in RFC 3339
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Content(
      Severity severity,
      @JsonInclude(JsonInclude.Include.ALWAYS) boolean unknown,
      String title,
      String service,
      String environment,
      Instant startedAt,
      @Nullable String role,
      MessageKind kind,
      IncidentState state,
      @Nullable String audience,
      @Nullable String owner,
      Briefing briefing,
      Evidence evidence,
      @Nullable Reason decidedBy,
      Map<String, String> said) {

    public Content {
      kind = Objects.requireNonNullElse(kind, MessageKind.PAGE);
      state = Objects.requireNonNullElse(state, IncidentState.OPEN);
      briefing = Objects.requireNonNullElse(briefing, Briefing.NOTHING);
      evidence = Objects.requireNonNullElse(evidence, Evidence.NONE);
      said = said == null ? Map.of() : Map.copyOf(said);
    }

    /**
     * The same of what is restricted, for where others may read it: the level, the service and who
     * has it, and nothing that was said (RUN-08.1e).
     */
    public Content discreet() {
      Map<String, String> left = new HashMap<>(said);
      left.keySet().retainAll(Set.of("by", "time", "incident-end", "outcome"));
      return new Content(
          severity,
          unknown,
          "restricted incident",
          service,
          environment,
          startedAt,
          role,
          kind,
          state,
          audience,
          owner,
          Briefing.NOTHING,
          Evidence.NONE,
          null,
          left);
    }

    /** The line that rings, where nothing more is known. */
    public static Content page(
        Severity severity,
        boolean unknown,
        String title,
        String service,
        String environment,
        Instant startedAt,
        @Nullable String role) {
      return new Content(
          severity,
          unknown,
          title,
          service,
          environment,
          startedAt,
          role,
          MessageKind.PAGE,
          IncidentState.OPEN,
          null,
          null,
          Briefing.NOTHING,
          Evidence.NONE,
          null,
          Map.of());
    }
  }
}
