package io.tocsin.alertingest.edge.sns;

import io.tocsin.alertingest.core.PayloadReader;
import io.tocsin.alertingest.core.Text;
import io.tocsin.alertingest.core.Unreadable;
import io.tocsin.alertingest.core.cloudwatch.CloudWatchSource;
import io.tocsin.alertingest.core.sns.CertificateAddress;
import io.tocsin.alertingest.core.sns.Confirmation;
import io.tocsin.alertingest.core.sns.Envelope;
import io.tocsin.alertingest.core.sns.MessageType;
import io.tocsin.alertingest.core.sns.Proof;
import io.tocsin.alertingest.core.sns.ReplayWindow;
import io.tocsin.alertingest.core.sns.Topic;
import io.tocsin.alertingest.core.sns.Unproven;
import io.tocsin.alertingest.edge.http.Door;
import io.tocsin.alertingest.edge.http.Problem;
import io.tocsin.alertingest.edge.http.Refused;
import io.tocsin.contracts.policy.Integration;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import reactor.core.publisher.Mono;

/**
 * Lets in what SNS signed for a topic that the operator listed, and confirms such a topic's
 * subscription on the way (RUN-03.1b). Nothing is called before the topic is known to be listed.
 */
final class SnsDoor implements Door {
  private static final int LOGGED = 300;

  private final PayloadReader reader;
  private final Certificates certificates;
  private final Subscriptions subscriptions;
  private final ReplayWindow window;
  private final InstantSource clock;

  SnsDoor(
      PayloadReader reader,
      Certificates certificates,
      Subscriptions subscriptions,
      ReplayWindow window,
      InstantSource clock) {
    this.reader = reader;
    this.certificates = certificates;
    this.subscriptions = subscriptions;
    this.window = window;
    this.clock = clock;
  }

  @Override
  public String source() {
    return CloudWatchSource.NAME;
  }

  @Override
  public Mono<String> open(Integration integration, byte[] body) {
    return Mono.defer(
        () -> {
          try {
            Envelope envelope = Envelope.of(body, reader);
            Topic topic = topic(envelope, integration);
            return proven(envelope, topic)
                .then(wanted(envelope, topic))
                .thenReturn(envelope.messageId());
          } catch (Unreadable e) {
            return Mono.error(new Refused(Problem.UNPROVEN, String.valueOf(e.getMessage())));
          } catch (Refused e) {
            return Mono.error(e);
          }
        });
  }

  private static Topic topic(Envelope envelope, Integration integration) throws Refused {
    return Topic.of(envelope.topicArn())
        .filter(topic -> integration.topics().contains(topic.arn()))
        .orElseThrow(
            () ->
                new Refused(
                    Problem.FOREIGN_TOPIC,
                    "its topic %s is not listed".formatted(shown(envelope.topicArn()))));
  }

  private Mono<Void> proven(Envelope envelope, Topic topic) throws Refused {
    if (!window.holds(envelope, clock.instant())) {
      throw new Refused(
          Problem.OUT_OF_TIME,
          "message %s is of %s".formatted(envelope.messageId(), shown(envelope.timestamp())));
    }
    CertificateAddress address =
        CertificateAddress.of(envelope.signingCertUrl(), topic)
            .orElseThrow(
                () ->
                    new Refused(
                        Problem.UNPROVEN,
                        "message %s names a certificate that is none of SNS in %s: %s"
                            .formatted(
                                envelope.messageId(),
                                topic.region(),
                                shown(envelope.signingCertUrl()))));
    return certificates
        .at(address)
        .onErrorMap(failed -> !(failed instanceof Unproven), failed -> away(address, failed))
        .flatMap(certificate -> Mono.fromCallable(() -> checked(envelope, certificate)))
        .onErrorMap(
            Unproven.class,
            e ->
                new Refused(
                    Problem.UNPROVEN,
                    "message %s: %s".formatted(envelope.messageId(), e.getMessage())))
        .then();
  }

  private Envelope checked(Envelope envelope, X509Certificate certificate) throws Unproven {
    Proof.check(envelope, certificate, clock.instant());
    return envelope;
  }

  private Mono<Void> wanted(Envelope envelope, Topic topic) {
    if (envelope.type() != MessageType.SUBSCRIPTION) {
      return Mono.empty();
    }
    return Mono.justOrEmpty(Confirmation.of(envelope, topic))
        .switchIfEmpty(
            Mono.error(
                new Refused(Problem.UNPROVEN, "its token is none that SNS is known to make")))
        .flatMap(subscriptions::confirm)
        .onErrorMap(
            failed -> !(failed instanceof Refused),
            failed ->
                new Refused(
                    Problem.UNCONFIRMED,
                    "SNS does not take the confirmation of %s: %s"
                        .formatted(topic.arn(), failed.getClass().getSimpleName())));
  }

  private static Refused away(CertificateAddress address, Throwable failed) {
    return new Refused(
        Problem.PROOF_AWAY,
        "%s cannot be had: %s"
            .formatted(address.uri(), shown(String.valueOf(failed.getMessage()))));
  }

  private static String shown(String text) {
    return Text.atMost(Text.line(text), LOGGED);
  }
}
