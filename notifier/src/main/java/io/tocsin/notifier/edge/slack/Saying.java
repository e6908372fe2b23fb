package io.tocsin.notifier.edge.slack;

import io.tocsin.contracts.events.MessageKind;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Notification.Act;
import io.tocsin.notifier.edge.provider.Answer;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says a notification: as the first message of its incident at this address, or in its thread. What
 * may have been said is looked for before it is said again.
 */
final class Saying implements SlackCall.Step {
  private final Workplace workplace;
  private final Wording wording;
  private final Marker marker;
  private final Notification notification;
  private final String address;
  private final @Nullable SlackMessage opening;
  private boolean inDoubt;
  private @Nullable Place place;
  private boolean wroteFirst;
  private boolean done;
  private String text = "it was not said yet";

  Saying(
      Workplace workplace,
      Wording wording,
      Marker marker,
      Notification notification,
      String address) {
    this.workplace = workplace;
    this.wording = wording;
    this.marker = marker;
    this.notification = notification;
    this.address = address;
    // written before the call's time begins to run
    this.opening =
        opens() && workplace.firsts().of(notification.incident(), address).isEmpty()
            ? wording.first(notification)
            : null;
    this.inDoubt = workplace.firsts().isInDoubt(notification.incident(), address);
  }

  @Override
  public void maybeSent() {
    inDoubt = true;
  }

  /** Where it stands; null while it was not said, or had nothing to say. */
  @Nullable Place place() {
    return place;
  }

  /** What became of it, for a person. */
  String text() {
    return text;
  }

  /** Whether nothing is left to be said. */
  boolean isDone() {
    return done;
  }

  /** Whether it is the first message itself, which so shows what is true. */
  boolean wroteFirst() {
    return wroteFirst;
  }

  @Override
  public Answer take() throws IOException, SlackSaid {
    if (place != null) {
      return taken(place, "Slack had taken it");
    }
    Optional<Workplace.Found> first = first();
    if (first.isEmpty()) {
      return opens() ? write(null) : taken(null, "there is no message that it could concern");
    }
    Place at = first.get().place();
    if (first.get().own()) {
      return done(at, true, "it was found in Slack");
    }
    if (inDoubt) {
      Optional<Place> said = workplace.findReply(notification, at, marker);
      if (said.isPresent()) {
        return done(said.get(), false, "it was found in the thread");
      }
    }
    return reply().isPresent() ? write(at) : done(at, false, "the thread was told already");
  }

  private Optional<Workplace.Found> first() throws IOException, SlackSaid {
    Optional<Place> known = workplace.firsts().of(notification.incident(), address);
    if (known.isPresent()) {
      return known.map(at -> new Workplace.Found(at, false));
    }
    return inDoubt ? workplace.findFirst(notification, address, marker) : Optional.empty();
  }

  private boolean opens() {
    return notification.act() == Act.PAGE || notification.act() == Act.TELL;
  }

  private Answer write(@Nullable Place thread) throws IOException, SlackSaid {
    boolean doubted = inDoubt;
    inDoubt = true;
    try {
      Place written =
          thread == null
              ? workplace.post(address, null, opening(), marker.first(notification))
              : workplace.post(address, thread, reply().orElseThrow(), marker.reply(notification));
      return done(written, thread == null, "Slack took it");
    } catch (SlackSaid e) {
      inDoubt = doubted || (e.mayPass() && !e.is("ratelimited"));
      throw e;
    }
  }

  private SlackMessage opening() {
    return opening == null ? wording.first(notification) : opening;
  }

  /** What the thread is told; empty where it was told the same for another recipient. */
  private Optional<SlackMessage> reply() {
    if (notification.act() == Act.PAGE) {
      return Optional.of(wording.reply(notification, Addresses.isPerson(address)));
    }
    if (notification.act() == Act.RESOLVE && !isCalm()) {
      // a newer page took its place: that is no news
      return Optional.empty();
    }
    boolean said =
        workplace
            .firsts()
            .of(notification.incident(), address)
            .filter(first -> workplace.firsts().isSaid(notification, first))
            .isPresent();
    boolean news = notification.content().kind() != MessageKind.INCIDENT_MESSAGE;
    if (!said) {
      return news || wording.hasTags(notification) || notification.act() == Act.TELL
          ? Optional.of(wording.reply(notification, Addresses.isPerson(address)))
          : Optional.empty();
    }
    return wording.hasTags(notification)
        ? Optional.of(wording.tagsOnly(notification))
        : Optional.empty();
  }

  private boolean isCalm() {
    return notification.content().state().isQuiet();
  }

  private Answer done(Place at, boolean first, String text) {
    place = at;
    wroteFirst = first;
    workplace.firsts().written(notification, address, at);
    if (first) {
      workplace.firsts().shown(notification.incident(), at, notification.revision());
    }
    return taken(at, text);
  }

  private Answer taken(@Nullable Place at, String what) {
    done = true;
    text = what;
    return new Answer(Answer.Kind.ACCEPTED, at == null ? null : at.reference(), what);
  }
}
