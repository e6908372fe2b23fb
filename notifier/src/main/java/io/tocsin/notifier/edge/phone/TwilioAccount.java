package io.tocsin.notifier.edge.phone;

import io.tocsin.notifier.edge.provider.Answer;
import io.tocsin.notifier.edge.provider.Proof;
import java.io.IOException;

/** Whether Twilio knows our account and lets it call. */
final class TwilioAccount {
  private final Twilio twilio;

  TwilioAccount(Twilio twilio) {
    this.twilio = twilio;
  }

  Proof prove() throws IOException {
    Twilio.Said said = twilio.account();
    return switch (Answer.kindOf(said.status())) {
      case BUSY -> Proof.unknown("HTTP " + said.status());
      case REFUSED ->
          Proof.refused(
              "Twilio does not know them (HTTP %d); set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN"
                  .formatted(said.status()));
      case ACCEPTED -> {
        String status = said.text("status");
        yield status.isEmpty() || status.equals("active")
            ? Proof.holds("Twilio knows the account")
            : Proof.refused(
                "Twilio says that the account is %s; have it made active".formatted(status));
      }
    };
  }
}
