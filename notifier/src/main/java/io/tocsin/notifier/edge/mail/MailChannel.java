package io.tocsin.notifier.edge.mail;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Notification.Act;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.message.MessageText;
import io.tocsin.notifier.core.StandDown;
import io.tocsin.notifier.edge.provider.CannotSend;
import io.tocsin.notifier.edge.provider.ChannelSender;
import io.tocsin.notifier.edge.provider.Proof;
import io.tocsin.notifier.edge.provider.ProviderCall;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Mail: text and HTML, one mail for all addresses of a recipient, joined by incident. */
public final class MailChannel implements ChannelSender {
  private static final String UNSET =
      "set SMTP_URL, as in smtp://user:password@mail.example.com:587?from=tocsin@example.com";

  private final Supplier<String> installation;
  private final Recipients recipients;
  private final MailWording wording;
  private final int perMinute;
  private final @Nullable SmtpServer server;

  /**
   * @param policies whom a mail reaches
   * @param templates by whose words a notification is said
   * @param installation the id that tells this installation's mails from another's
   * @param secrets the value of a name, if it is set
   * @param baseUrl where people reach Tocsin; empty when it is not said
   */
  public MailChannel(
      MailSettings settings,
      Supplier<Policies> policies,
      Function<Notification, MessageText> templates,
      Supplier<String> installation,
      Function<String, Optional<String>> secrets,
      String baseUrl) {
    this.installation = installation;
    this.recipients = new Recipients(policies, secrets);
    this.wording = new MailWording(templates, baseUrl);
    this.perMinute = settings.perMinute();
    this.server =
        settings.smtpUrl().isEmpty()
            ? null
            : new SmtpServer(SmtpAddress.parse(settings.smtpUrl()), settings);
  }

  @Override
  public Channel channel() {
    return Channel.EMAIL;
  }

  @Override
  public Optional<String> missing() {
    return server == null ? Optional.of(UNSET) : Optional.empty();
  }

  @Override
  public List<ProviderCall> calls(Notification notification, Act act, List<Integer> pages)
      throws CannotSend {
    if (server == null) {
      throw CannotSend.unconfigured(UNSET);
    }
    if (act == Act.REFRESH) {
      throw new CannotSend(
          new Reason("unsuited", "a mail cannot be brought up to date once it is sent"));
    }
    MailWording.Words words = wording.of(notification, act);
    if (words == null) {
      return List.of();
    }
    String here = installation.get();
    MailIds ids = new MailIds(here);
    boolean withdrawal = act == Act.RESOLVE && StandDown.of(notification) == StandDown.WITHDRAWN;
    Letter letter =
        new Letter(
            withdrawal ? ids.ofWithdrawal(notification) : ids.of(notification),
            ids.thread(notification),
            notification.incident(),
            recipients.of(notification),
            notification.requestedAt(),
            act == Act.PAGE,
            words.subject(),
            words.text(),
            words.html());
    return List.of(new SmtpCall(server, letter, here, perMinute));
  }

  /** By a connection in which no mail is begun. */
  @Override
  public Proof prove() throws IOException {
    return server == null ? Proof.refused(UNSET) : server.prove();
  }
}
