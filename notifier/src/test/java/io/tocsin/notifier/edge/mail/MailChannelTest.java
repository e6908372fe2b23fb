package io.tocsin.notifier.edge.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.IncidentState;
import io.tocsin.contracts.events.MessageKind;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Notification.Act;
import io.tocsin.notifier.Fixtures;
import io.tocsin.notifier.Golden;
import io.tocsin.notifier.Reachable;
import io.tocsin.notifier.edge.provider.Answer;
import io.tocsin.notifier.edge.provider.CannotSend;
import io.tocsin.notifier.edge.provider.ProviderCall;
import jakarta.mail.Header;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What people find in their mailbox. */
@Tag("RUN-08.2")
class MailChannelTest {
  private static final Map<String, String> UPDATE =
      Map.of(
          "by",
          "devops-lead",
          "time",
          Fixtures.NOW.toString(),
          "status",
          "Mitigating",
          "impact",
          "30 % of prescriptions fail",
          "actions-taken",
          "Restarted one node",
          "next-steps",
          "Watch the error rate",
          "eta",
          Fixtures.NOW.plusSeconds(1_800).toString());

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private MailChannel channel(Map<String, String> secrets) {
    return new MailChannel(
        new MailSettings(
            "smtp://127.0.0.1:%d?from=tocsin@example.com&starttls=off"
                .formatted(server.getSmtp().getPort()),
            Duration.ofSeconds(3),
            Duration.ofSeconds(5),
            0),
        Reachable::policies,
        Reachable::words,
        () -> "0a1b2c3d",
        name -> Optional.ofNullable(secrets.get(name)),
        "https://tocsin.example.com/");
  }

  private List<MimeMessage> sent(Notification notification, Act act) throws Exception {
    for (ProviderCall call : channel(Map.of()).calls(notification, act, notification.pages())) {
      Answer answer = call.attempt();
      assertThat(answer.kind()).isEqualTo(Answer.Kind.ACCEPTED);
    }
    return List.of(server.getReceivedMessages());
  }

  private void assertGolden(String name, Notification notification, Act act) throws Exception {
    Golden.assertIs("mail/" + name + ".txt", shown(sent(notification, act).get(0)));
  }

  @Test
  void aPageSaysHowToAcknowledge() throws Exception {
    assertGolden("page", Reachable.page(Channel.EMAIL), Act.PAGE);
  }

  @Test
  @Tag("MHV-msg")
  void theFirstMessageSaysWhatIsKnown() throws Exception {
    assertGolden("incident-message", Reachable.incidentMessage(Channel.EMAIL, "on-call"), Act.TELL);
  }

  @Test
  @Tag("MHV-aud")
  void anAudienceIsToldTogetherByOneMail() throws Exception {
    List<MimeMessage> mails =
        sent(Reachable.incidentMessage(Channel.EMAIL, "audience:stakeholders"), Act.TELL);
    // GreenMail keeps a copy for each mailbox
    assertThat(mails).hasSize(2);
    assertThat(mails.get(0).getMessageID()).isEqualTo(mails.get(1).getMessageID());
    Golden.assertIs("mail/audience.txt", shown(mails.get(0)));
  }

  @Test
  @Tag("RUN-07.1b")
  void anUpdateSaysTheFiveThings() throws Exception {
    assertGolden("update", told(MessageKind.UPDATE, IncidentState.ACKNOWLEDGED, UPDATE), Act.TELL);
  }

  @Test
  @Tag("RUN-07.2")
  void aNoticeToStakeholdersSaysTheSameInTheirWords() throws Exception {
    assertGolden(
        "stakeholder-notice",
        told(MessageKind.STAKEHOLDER_NOTICE, IncidentState.ACKNOWLEDGED, UPDATE),
        Act.TELL);
  }

  @Test
  @Tag("RUN-07.1")
  void aReminderSaysWhatIsMissing() throws Exception {
    assertGolden(
        "reminder",
        told(
            MessageKind.REMINDER,
            IncidentState.ACKNOWLEDGED,
            Map.of("missing", "assessed", "due", Fixtures.NOW.toString())),
        Act.TELL);
  }

  @Test
  @Tag("RUN-02.2")
  void theFiveQuestionsAreAsked() throws Exception {
    assertGolden(
        "questions",
        told(
            MessageKind.QUESTIONS,
            IncidentState.ACKNOWLEDGED,
            Map.of("questions", "users\nworkaround")),
        Act.TELL);
  }

  private static Notification told(
      MessageKind kind, IncidentState state, Map<String, String> said) {
    return Reachable.told(Channel.EMAIL, Act.TELL, kind, state, "on-call", said);
  }

  @Test
  @Tag("RUN-04.1a")
  void whoWasRungIsToldWhoHasIt() throws Exception {
    assertGolden(
        "acknowledged", Reachable.acknowledged(Channel.EMAIL, "devops-lead"), Act.ACKNOWLEDGE);
  }

  @Test
  @Tag("RUN-09.3")
  void whoWasRungIsToldThatItIsOver() throws Exception {
    assertGolden(
        "resolved", Reachable.resolved(Channel.EMAIL, IncidentState.RESOLVED), Act.RESOLVE);
  }

  @Test
  void aRecoveryThatMayNotLastIsNoResolution() throws Exception {
    assertGolden(
        "recovered", Reachable.resolved(Channel.EMAIL, IncidentState.HOLD_DOWN), Act.RESOLVE);
  }

  @Test
  void aPageThatIsTakenBackHasAMailOfItsOwn() throws Exception {
    assertGolden("withdrawn", Reachable.page(Channel.EMAIL), Act.RESOLVE);
  }

  @Test
  void aPageThatANewerOneReplacedSaysNothing() throws Exception {
    assertThat(sent(Reachable.resolved(Channel.EMAIL, IncidentState.OPEN), Act.RESOLVE)).isEmpty();
  }

  @Test
  void allMailsOfAnIncidentToSomebodyFollowTheSame() throws Exception {
    sent(Reachable.page(Channel.EMAIL), Act.PAGE);
    List<MimeMessage> mails =
        sent(Reachable.acknowledged(Channel.EMAIL, "devops-lead"), Act.ACKNOWLEDGE);
    assertThat(mails.get(0).getHeader("References")[0])
        .isEqualTo("<RX-142/email/on-call@0a1b2c3d>")
        .isEqualTo(mails.get(1).getHeader("References")[0]);
    assertThat(mails.get(0).getMessageID()).isNotEqualTo(mails.get(1).getMessageID());
  }

  @Test
  void anAddressThatIsNotSetIsSaidByItsName() {
    Notification toLead = Reachable.incidentMessage(Channel.EMAIL, "devops-lead");
    assertThatThrownBy(() -> channel(Map.of()).calls(toLead, Act.TELL, List.of()))
        .isInstanceOf(CannotSend.class)
        .hasMessage("unconfigured: set MAIL_LEAD");
  }

  @Test
  void anAddressMayBeASecret() throws Exception {
    Notification toLead = Reachable.incidentMessage(Channel.EMAIL, "devops-lead");
    channel(Map.of("MAIL_LEAD", "lead@example.com"))
        .calls(toLead, Act.TELL, List.of())
        .get(0)
        .attempt();
    assertThat(server.getReceivedMessages()[0].getAllRecipients()[0])
        .hasToString("lead@example.com");
  }

  @Test
  void aMailIsNeverBroughtUpToDate() {
    assertThatThrownBy(
            () -> channel(Map.of()).calls(Reachable.page(Channel.EMAIL), Act.REFRESH, List.of()))
        .isInstanceOf(CannotSend.class);
  }

  @Test
  void withoutAServerItIsUnconfigured() {
    MailChannel nowhere =
        new MailChannel(
            new MailSettings("", Duration.ofSeconds(1), Duration.ofSeconds(1), 0),
            Reachable::policies,
            Reachable::words,
            () -> "0a1b2c3d",
            name -> Optional.empty(),
            "");
    assertThat(nowhere.missing())
        .hasValueSatisfying(it -> assertThat(it).startsWith("set SMTP_URL"));
  }

  /** Headers and both parts, without what differs each time. */
  private static String shown(MimeMessage mail) throws Exception {
    Map<String, String> headers = new TreeMap<>();
    for (Header header : Collections.list(mail.getAllHeaders())) {
      if (!header.getName().matches("Return-Path|Received")) {
        headers.put(
            header.getName(),
            MimeUtility.decodeText(MimeUtility.unfold(header.getValue()))
                .replaceAll("----=_Part[^\"]*", "PART"));
      }
    }
    StringBuilder text = new StringBuilder();
    headers.forEach((name, value) -> text.append(name).append(": ").append(value).append("\n"));
    Multipart parts = (Multipart) mail.getContent();
    for (int i = 0; i < parts.getCount(); i++) {
      text.append("\n== ")
          .append(parts.getBodyPart(i).getContentType())
          .append("\n")
          .append(parts.getBodyPart(i).getContent().toString().replace("\r\n", "\n"));
    }
    return text.toString();
  }
}
