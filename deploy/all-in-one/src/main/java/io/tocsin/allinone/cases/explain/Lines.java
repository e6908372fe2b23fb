package io.tocsin.allinone.cases.explain;

import io.tocsin.allinone.cases.Case;
import io.tocsin.allinone.cases.Happening;
import io.tocsin.allinone.cases.Spans;
import io.tocsin.allinone.cases.Wanted;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Communication.Told;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.Contact;
import io.tocsin.contracts.policy.Level;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.conduct.Audience;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What people are told, one line for each receiver and channel, under the time at which it is. */
final class Lines {
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("EEE dd MMM HH:mm:ss", Locale.ENGLISH);
  private static final int MOST_ADDRESSES = 2;

  private final Case played;
  private final Policies policies;

  Lines(Case played, Policies policies) {
    this.played = played;
    this.policies = policies;
  }

  String of(List<Happening> told) {
    StringBuilder text = new StringBuilder();
    Instant last = null;
    for (Happening it : told) {
      if (!it.at().equals(last)) {
        text.append("  %-8s %s%n".formatted(after(it.at()), local(it.at())));
        last = it.at();
      }
      text.append("      %-10s %s%n".formatted(label(it), plain(line(it))));
    }
    return text.toString();
  }

  /** {@code +2m}. */
  String after(Instant at) {
    return "+" + Spans.text(Duration.between(played.start(), at));
  }

  String local(Instant at) {
    return LOCAL.format(at.atZone(played.zone()));
  }

  /** Whether it is a page that makes a noise: by Slack or mail somebody is asked, and not rung. */
  static boolean rings(Happening it) {
    return it.word() == Wanted.Page.class
        && Channel.parse(value(it, "by")).isLouderThan(Channel.SLACK);
  }

  /** The first of what stands under {@code key}; empty when nothing does. */
  static String value(Happening it, String key) {
    return it.fields().getOrDefault(key, List.of("")).stream().findFirst().orElse("");
  }

  private static String label(Happening it) {
    if (it.word() == Wanted.Event.class) {
      return "ladder";
    }
    return rings(it) ? "RINGS" : it.label();
  }

  private String line(Happening it) {
    String by = value(it, "by");
    if (it.word() == Wanted.Event.class) {
      return it.why();
    } else if (it.word() == Wanted.Ticket.class) {
      return "%s by %s".formatted(value(it, "ticket"), by);
    }
    String told = "%s by %s%s".formatted(who(it), by, failed(it));
    if (it.word() == Wanted.Page.class) {
      return "%s | %s%s".formatted(told, it.why(), hours(it));
    }
    if (it.word() == Wanted.StandDown.class || it.word() == Wanted.AllClear.class) {
      return told + ": the page there is taken back";
    }
    String about = String.join(", ", it.fields().getOrDefault("about", List.of()));
    String kind = value(it, "kind");
    return told + (about.isEmpty() ? kind.isEmpty() ? "" : ": " + kind : ": " + about);
  }

  private String who(Happening it) {
    String recipient = value(it, it.label());
    String role = value(it, "role");
    if (!role.isEmpty()) {
      return "%s (who holds %s)".formatted(recipient, role);
    }
    return Told.isAudience(recipient) ? audience(Told.audienceOf(recipient), it) : recipient;
  }

  private String audience(String name, Happening it) {
    Optional<Audience> audience =
        policies.team(team(it)).map(team -> team.conduct().audiences().get(name));
    boolean mail = value(it, "by").equals(Channel.EMAIL.wireName());
    return audience
        .map(to -> mail ? some(to.email()) : String.valueOf(to.slack()))
        .map(where -> "%s (%s)".formatted(name, where))
        .orElse(name);
  }

  private static String some(List<String> addresses) {
    int more = addresses.size() - MOST_ADDRESSES;
    return more <= 1
        ? String.join(", ", addresses)
        : "%s and %d more".formatted(String.join(", ", addresses.subList(0, MOST_ADDRESSES)), more);
  }

  private static String failed(Happening it) {
    String outcome = value(it, "outcome");
    return switch (outcome) {
      case "failed", "unknown" -> " (%s)".formatted(outcome);
      default -> "";
    };
  }

  /** Only a P1 calls somebody out of hours (RUN-13). */
  private String hours(Happening it) {
    Level.Clock hours =
        policies
            .contact(team(it), value(it, "page"))
            .map(Contact::hours)
            .orElse(Level.Clock.ALWAYS);
    String role = value(it, "role");
    if (!role.isEmpty()) {
      hours = policies.called(team(it), role, it.at()).map(Contact::hours).orElse(hours);
    }
    boolean out =
        hours == Level.Clock.BUSINESS_HOURS
            && policies
                .team(team(it))
                .map(team -> !team.businessHours().isOpen(it.at()))
                .orElse(false);
    return out ? "; out of hours, and at P1 hours exclude nobody" : "";
  }

  private TeamCode team(Happening it) {
    String incident = value(it, "incident");
    return incident.isEmpty()
        ? played.team()
        : new TeamCode(incident.substring(0, incident.indexOf('-')));
  }

  /** Titles come from outside: no control character of them reaches the terminal. */
  static String plain(String line) {
    return line.lines()
        .map(it -> it.replaceAll("\\p{Cntrl}", " "))
        .collect(Collectors.joining(" "));
  }
}
