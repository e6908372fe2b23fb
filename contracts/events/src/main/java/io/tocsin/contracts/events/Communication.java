package io.tocsin.contracts.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who was told of an incident and who is to be told: so that the resolution reaches everyone who
 * was (MHV-res), and nobody is told twice of the same.
 *
 * @param told in the order in which they were told first
 * @param later audiences whose turn comes if nothing changes (RUN-07.3a)
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Communication(List<Told> told, List<Later> later) {
  /** Nobody was told. */
  public static final Communication NONE = new Communication(List.of(), List.of());

  public Communication {
    told = told == null ? List.of() : List.copyOf(told);
    later = later == null ? List.of() : List.copyOf(later);
  }

  /** When the next of those who are told later is told; null when there is none. */
  public @Nullable Instant next() {
    return later.stream().map(Later::at).min(Instant::compareTo).orElse(null);
  }

  /** With these told, each once, and their audiences no longer waiting. */
  public Communication heard(List<Told> receivers) {
    Set<Told> all = new LinkedHashSet<>(told);
    all.addAll(receivers);
    return new Communication(List.copyOf(all), without(receivers));
  }

  private List<Later> without(List<Told> receivers) {
    return later.stream()
        .filter(it -> receivers.stream().noneMatch(to -> to.audience().equals(it.audience())))
        .toList();
  }

  /** With {@code audience} waiting no longer. */
  public Communication withoutWaiting(String audience) {
    return new Communication(
        told, later.stream().filter(it -> !it.audience().equals(audience)).toList());
  }

  /** With {@code audience} told at {@code at}. */
  public Communication waiting(String audience, Instant at) {
    return new Communication(
        told, Stream.concat(later.stream(), Stream.of(new Later(audience, at))).toList());
  }

  /** Whether {@code audience} was told that the incident is there. */
  public boolean hasHeard(String audience) {
    return told.stream().anyMatch(receiver -> audience.equals(receiver.audience()));
  }

  /**
   * Somebody who is told, by one channel. It rings nobody.
   *
   * @param recipient a contact's id, {@code audience:NAME} for an audience's own channel or
   *     addresses, {@link #TICKET} or {@link #MONITOR}; never an address
   * @param audience the audience of the policy for which it is told
   */
  public record Told(Channel channel, String recipient, String audience) {
    /** The incident's ticket: recipient and audience of it. */
    public static final String TICKET = "ticket";

    /** What alerted, in the tool that sent the alert: recipient and audience of it. */
    public static final String MONITOR = "monitor";

    /** Whoever was rung, as the audience of what they are told besides. */
    public static final String RUNG = "rung";

    private static final String AUDIENCE = "audience:";

    /** Whether both are told at the same place, whatever for. */
    public boolean isSamePlace(Told other) {
      return channel == other.channel && recipient.equals(other.recipient);
    }

    /** Whether it is one person, or the ticket, and no channel that many read. */
    public boolean reachesFew() {
      return !isAudience(recipient) && channel != Channel.DATADOG;
    }

    /** An audience's own channel or addresses. */
    public static Told audience(Channel channel, String audience) {
      return new Told(channel, AUDIENCE + audience, audience);
    }

    /** The incident's ticket (RUN-04.3). */
    public static Told ticket() {
      return new Told(Channel.GITHUB, TICKET, TICKET);
    }

    /** The monitor in Datadog that alerted (RUN-04.1c). */
    public static Told monitor() {
      return new Told(Channel.DATADOG, MONITOR, MONITOR);
    }

    /** Whether people are told there, and no record of the incident is kept elsewhere. */
    public boolean reachesPeople() {
      return channel != Channel.GITHUB && channel != Channel.DATADOG;
    }

    /** The audience's name where {@code recipient} is an audience's own; else itself. */
    public static String audienceOf(String recipient) {
      return recipient.startsWith(AUDIENCE) ? recipient.substring(AUDIENCE.length()) : recipient;
    }

    /** Whether {@code recipient} is an audience's own channel or addresses. */
    public static boolean isAudience(String recipient) {
      return recipient.startsWith(AUDIENCE);
    }
  }

  /** An audience that is told at {@code at} at the latest. */
  public record Later(String audience, Instant at) {}
}
