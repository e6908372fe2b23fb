package io.tocsin.escalationengine.core;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Communication.Told;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.Page;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.Contact;
import io.tocsin.contracts.policy.Level;
import io.tocsin.contracts.policy.Rung;
import io.tocsin.contracts.policy.conduct.Audience;
import io.tocsin.contracts.policy.conduct.Security;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who stands behind an audience or a name, and by which channels they are told. */
final class Receivers {
  private static final List<Channel> QUIET = List.of(Channel.SLACK, Channel.EMAIL);
  private final Incident incident;
  private final Rulebook rulebook;
  private final Instant now;

  Receivers(Incident incident, Rulebook rulebook, Instant now) {
    this.incident = incident;
    this.rulebook = rulebook;
    this.now = now;
  }

  /** Slack and mail to the same people (MHV-aud); of a restricted incident, only who may know. */
  List<Told> of(String name) {
    Audience audience = rulebook.audience(team(), name).orElse(null);
    if (audience == null || !concerns(audience.services())) {
      return List.of();
    }
    List<Told> receivers = new ArrayList<>();
    boolean restricted = incident.restricted();
    if (audience.slack() != null && !restricted) {
      receivers.add(Told.audience(Channel.SLACK, name));
    }
    if (!audience.email().isEmpty() && !restricted) {
      receivers.add(Told.audience(Channel.EMAIL, name));
    }
    Set<String> cleared = restricted ? cleared() : Set.of();
    audience.contacts().stream()
        .filter(role -> !restricted || cleared.contains(role))
        .map(role -> rulebook.contact(team(), role, now))
        .flatMap(Optional::stream)
        .flatMap(contact -> told(contact, name))
        .forEach(receivers::add);
    return allowed(receivers.stream()).distinct().toList();
  }

  /** Each of {@code roles}, wherever they can be written to. */
  List<Told> ofRoles(List<String> roles) {
    return roles.stream()
        .flatMap(role -> rulebook.contact(team(), role, now).stream())
        .flatMap(contact -> told(contact, contact.id()))
        .distinct()
        .toList();
  }

  /** Whoever has it; without an owner the ladder owes: whoever it called last. */
  List<Told> ofOwner() {
    String owner = incident.response().owner() == null ? null : incident.response().owner().id();
    Optional<Contact> contact =
        Optional.ofNullable(owner).flatMap(id -> rulebook.named(team(), id)).or(this::lastCalled);
    return contact.stream().flatMap(it -> told(it, it.id())).limit(1).toList();
  }

  /**
   * Whoever was rung in PagerDuty alone, where an acknowledgement shows no name, by their quiet
   * methods (RUN-04.1a).
   *
   * @param since a revision: only pages that were caused after it count
   * @param knowing who need not be told
   */
  List<Told> ofRungUnnamed(long since, Set<String> knowing) {
    List<Page> pages =
        incident.pages().stream().filter(page -> page.notification().sequence() > since).toList();
    Set<String> named =
        pages.stream()
            .filter(page -> page.channel() != Channel.PAGERDUTY)
            .map(Page::recipient)
            .collect(Collectors.toCollection(() -> new HashSet<>(knowing)));
    Set<String> cleared = incident.restricted() ? clearedContacts() : Set.of();
    Stream<Told> receivers =
        pages.stream()
            .map(Page::recipient)
            .distinct()
            .filter(recipient -> !named.contains(recipient))
            .filter(recipient -> !incident.restricted() || cleared.contains(recipient))
            .flatMap(recipient -> rulebook.named(team(), recipient).stream())
            .flatMap(contact -> told(contact, Told.RUNG));
    return allowed(receivers).map(this::asBefore).toList();
  }

  /** The same place under the audience for which it was told first. */
  private Told asBefore(Told told) {
    return incident.communication().told().stream()
        .filter(told::isSamePlace)
        .findFirst()
        .orElse(told);
  }

  private Stream<Told> allowed(Stream<Told> receivers) {
    Level level = rulebook.level(incident);
    return receivers.filter(told -> level.allows(told.channel()));
  }

  /** Where the incident is spoken of: the Slack channels in which it was told. */
  List<Told> ofThreads() {
    return incident.hearers().stream().filter(told -> told.channel() == Channel.SLACK).toList();
  }

  private Optional<Contact> lastCalled() {
    List<Rung> ladder = rulebook.ladder(incident);
    int rung = Math.max(0, Math.min(incident.ladder().rung(), ladder.size() - 1));
    return ladder.isEmpty()
        ? Optional.empty()
        : rulebook.contact(team(), ladder.get(rung).role(), now);
  }

  /** Who can be reached by neither is told by text; of what is restricted, no channel. */
  private Stream<Told> told(Contact contact, String audience) {
    if (incident.restricted() && contact.standsForChannel()) {
      return Stream.empty();
    }
    List<Channel> quiet = QUIET.stream().filter(contact.methods()::containsKey).toList();
    boolean texted = quiet.isEmpty() && contact.methods().containsKey(Channel.PHONE);
    return (texted ? List.of(Channel.PHONE) : quiet)
        .stream().map(channel -> new Told(channel, contact.id(), audience));
  }

  boolean concerns(Set<String> services) {
    return services.isEmpty() || services.contains(incident.subject().service());
  }

  /** The ladder and those whom the policy names for what is restricted. */
  private Set<String> cleared() {
    Security security = rulebook.conduct(team()).security();
    Stream<String> named =
        security == null
            ? Stream.empty()
            : Stream.concat(security.responders().stream(), security.approve().stream());
    return Stream.concat(named, rulebook.ladder(incident).stream().map(Rung::role))
        .collect(Collectors.toSet());
  }

  private Set<String> clearedContacts() {
    return cleared().stream()
        .flatMap(role -> rulebook.contact(team(), role, now).stream())
        .map(Contact::id)
        .collect(Collectors.toSet());
  }

  private TeamCode team() {
    return incident.id().team();
  }
}
