package io.tocsin.notifier.edge.phone;

import io.tocsin.contracts.events.IncidentId;
import io.tocsin.notifier.edge.provider.Answer;
import java.io.IOException;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import okhttp3.FormBody;

/**
 * Calls to a number that nobody has answered yet are dropped, where they are needless pages: no
 * page caused before an acknowledgement starts after it (RUN-04.1a).
 */
final class HangUp extends TwilioCall {
  private static final FormBody CANCELED = new FormBody.Builder().add("Status", "canceled").build();

  private final Ours ours;
  private final IncidentId incident;
  private final Set<Integer> pages;
  private final String number;

  /**
   * @param pages the numbers of those that are needless
   */
  HangUp(Twilio twilio, Ours ours, IncidentId incident, Collection<Integer> pages, String number) {
    super(twilio);
    this.ours = ours;
    this.incident = incident;
    this.pages = Set.copyOf(pages);
    this.number = number;
  }

  @Override
  Answer act() throws IOException {
    int dropped = 0;
    for (Twilio.Placed call : twilio.list("Calls", number, this::follow)) {
      if (call.isLive() && isNeedless(call)) {
        Answer answer = answer(twilio.post("Calls/" + call.sid(), CANCELED, this::follow));
        if (answer.kind() == Answer.Kind.BUSY) {
          return answer;
        }
        // refused: somebody answered it meanwhile, or it has ended
        dropped += answer.kind() == Answer.Kind.ACCEPTED ? 1 : 0;
      }
    }
    return new Answer(
        Answer.Kind.ACCEPTED,
        null,
        dropped == 0 ? "no call was waiting" : "%d waiting calls were dropped".formatted(dropped));
  }

  private boolean isNeedless(Twilio.Placed call) throws IOException {
    return ours.tag(call, this::follow)
        .filter(tag -> tag.incident().equals(incident) && pages.contains(tag.page()))
        .isPresent();
  }

  /** Dropping twice is dropping once. */
  @Override
  Optional<Answer> done() {
    return Optional.empty();
  }
}
