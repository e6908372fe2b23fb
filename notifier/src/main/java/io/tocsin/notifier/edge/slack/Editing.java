package io.tocsin.notifier.edge.slack;

import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Notification.Act;
import io.tocsin.notifier.edge.provider.Answer;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the first message up to date. It never shows an older state over a newer one, and a page
 * that was said is not called failed for it.
 */
final class Editing implements SlackCall.Step {
  private static final Logger log = LoggerFactory.getLogger(Editing.class);

  private final Workplace workplace;
  private final Wording wording;
  private final Notification notification;
  private final String address;
  private final @Nullable Saying said;

  /**
   * @param said what was said before of the same notification; null for an edit alone
   */
  Editing(
      Workplace workplace,
      Wording wording,
      Notification notification,
      String address,
      @Nullable Saying said) {
    this.workplace = workplace;
    this.wording = wording;
    this.notification = notification;
    this.address = address;
    this.said = said;
  }

  @Override
  public Answer take() throws IOException, SlackSaid {
    if (said != null && !said.isDone()) {
      return new Answer(Answer.Kind.REFUSED, null, "it was not said, so nothing is edited");
    }
    FirstMessages firsts = workplace.firsts();
    Optional<Place> first = firsts.of(notification.incident(), address);
    if (first.isEmpty()
        || (said != null && (said.wroteFirst() || said.place() == null))
        || !firsts.mayShow(notification.incident(), first.get(), notification.revision())) {
      return done(first, "nothing was to be edited");
    }
    try {
      workplace.edit(first.get(), wording.edited(notification));
      firsts.shown(notification.incident(), first.get(), notification.revision());
      return done(first, "Slack took it");
    } catch (SlackSaid e) {
      if (said == null || (e.mayPass() && notification.act() != Act.PAGE)) {
        throw e;
      }
      log.warn(
          "the first message of {} is not edited: {}", notification.incident(), e.getMessage());
    } catch (IOException e) {
      if (said == null || notification.act() != Act.PAGE) {
        throw e;
      }
      log.warn("the first message of {} is not edited: {}", notification.incident(), e.toString());
    }
    return done(first, "Slack took it; the first message could not be edited");
  }

  private Answer done(Optional<Place> first, String text) {
    Place at = said == null ? first.orElse(null) : said.place();
    return new Answer(Answer.Kind.ACCEPTED, at == null ? null : at.reference(), text);
  }
}
