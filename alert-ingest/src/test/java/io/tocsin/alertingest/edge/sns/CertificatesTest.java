package io.tocsin.alertingest.edge.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.resolver.AbstractAddressResolver;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import io.tocsin.alertingest.core.sns.CertificateAddress;
import io.tocsin.alertingest.core.sns.Confirmation;
import io.tocsin.alertingest.core.sns.Envelope;
import io.tocsin.alertingest.core.sns.Topic;
import io.tocsin.alertingest.core.sns.Unproven;
import io.tocsin.alertingest.edge.json.JacksonReader;
import io.tocsin.alertingest.support.SnsSigner;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;

/** Certificates out of a folder, and from a host that plays SNS, by TLS, under SNS's name. */
@Tag("RUN-03.1b")
class CertificatesTest {
  private static final String HOST = "sns.us-east-1.amazonaws.com";
  private static final SnsSigner SIGNER = SnsSigner.validAt(Instant.now());
  private static final HeldCertificate TLS =
      new HeldCertificate.Builder().addSubjectAlternativeName(HOST).build();
  private static final CertificateAddress ADDRESS = new CertificateAddress(HOST, SnsSigner.FILE);
  private static final List<String> ASKED = new CopyOnWriteArrayList<>();
  private static DisposableServer server;
  private static volatile int status = 200;
  private static volatile String body = "";

  @TempDir Path folder;

  @BeforeAll
  static void start() throws Exception {
    SslContext ssl =
        SslContextBuilder.forServer(TLS.keyPair().getPrivate(), TLS.certificate()).build();
    server =
        HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .secure(spec -> spec.sslContext(ssl))
            .handle(
                (request, response) -> {
                  ASKED.add(request.uri());
                  return response
                      .status(status)
                      .header("Location", "https://" + HOST + "/elsewhere.pem")
                      .sendString(Mono.just(body));
                })
            .bindNow();
  }

  @AfterAll
  static void stop() {
    server.disposeNow();
  }

  @BeforeEach
  void answerWell() {
    ASKED.clear();
    status = 200;
    body = SIGNER.pem();
  }

  @Test
  void aCertificateIsFetchedByTls() throws Exception {
    assertThat(fetched()).isEqualTo(SIGNER.certificate());
    assertThat(ASKED).containsExactly("/" + SnsSigner.FILE);
  }

  @Test
  void aHostThatCannotProveItsNameIsNotAsked() {
    Certificates strict =
        new FetchedCertificates(
            SnsConfiguration.client(SnsConfiguration.http().resolver(new Here(server.port()))));

    assertThatThrownBy(() -> strict.at(ADDRESS).block(Duration.ofSeconds(10)))
        .hasMessageContaining("unable to find valid certification path");
    assertThat(ASKED).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 403, 404})
  void aRedirectIsNotFollowedAndWhatIsNotThereProvesNothing(int answer) {
    status = answer;

    assertThatThrownBy(this::fetched)
        .satisfies(e -> assertThat(Exceptions.unwrap(e)).isInstanceOf(Unproven.class));
    assertThat(ASKED).containsExactly("/" + SnsSigner.FILE);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 503})
  void aHostThatFailsMayBeAskedAgain(int answer) {
    status = answer;

    assertThatThrownBy(this::fetched)
        .satisfies(e -> assertThat(Exceptions.unwrap(e)).isNotInstanceOf(Unproven.class));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no certificate", "-----BEGIN CERTIFICATE-----\n"})
  void whatIsNoCertificateProvesNothing(String text) {
    body = text;

    assertThatThrownBy(this::fetched)
        .satisfies(e -> assertThat(Exceptions.unwrap(e)).isInstanceOf(Unproven.class));
  }

  @Test
  void anAnswerThatIsTooLongIsNotRead() {
    body = "x".repeat(200_000);

    assertThatThrownBy(this::fetched).hasMessageContaining("limit");
  }

  @Test
  void aSubscriptionIsConfirmedBySnsItself() throws Exception {
    Topic topic = Topic.of(SnsSigner.TOPIC).orElseThrow();
    String handshake =
        SIGNER.signed(
            SnsSigner.handshakeFields("SubscriptionConfirmation", "2026-09-21T14:15:00Z"));
    Envelope envelope =
        Envelope.of(handshake.getBytes(StandardCharsets.UTF_8), new JacksonReader());

    new Subscriptions(SnsConfiguration.client(trusting()))
        .confirm(Confirmation.of(envelope, topic).orElseThrow())
        .block(Duration.ofSeconds(10));

    assertThat(ASKED)
        .containsExactly(
            "/?Action=ConfirmSubscription&Version=2010-03-31"
                + "&TopicArn=arn:aws:sns:us-east-1:123456789012:alarms"
                + "&Token=2336412f37fb687f5d51e6e2425929f52e8e353134fe72d5");
  }

  @Test
  void aStormAsksOnceAndAFailureIsAskedAgain() {
    AtomicInteger times = new AtomicInteger();
    Certificates kept =
        new KeptCertificates(
            address ->
                Mono.fromCallable(
                    () -> {
                      if (times.incrementAndGet() == 1) {
                        throw new IllegalStateException("the first fails");
                      }
                      return SIGNER.certificate();
                    }),
            Duration.ofHours(1));

    assertThatThrownBy(() -> kept.at(ADDRESS).block()).hasMessageContaining("the first fails");
    for (int i = 0; i < 100; i++) {
      assertThat(kept.at(ADDRESS).block()).isEqualTo(SIGNER.certificate());
    }
    assertThat(times).hasValue(2);
  }

  @Test
  void aFolderIsReadInPlaceOfFetching() throws Exception {
    Certificates inFolder = new CertificateFolder(folder);
    assertThatThrownBy(() -> inFolder.at(ADDRESS).block())
        .satisfies(e -> assertThat(Exceptions.unwrap(e)).isInstanceOf(Unproven.class));

    Files.writeString(folder.resolve(SnsSigner.FILE), SIGNER.pem());

    assertThat(inFolder.at(ADDRESS).block()).isEqualTo(SIGNER.certificate());
  }

  private X509Certificate fetched() throws Exception {
    return new FetchedCertificates(SnsConfiguration.client(trusting()))
        .at(ADDRESS)
        .block(Duration.ofSeconds(10));
  }

  private static HttpClient trusting() throws Exception {
    SslContext ssl = SslContextBuilder.forClient().trustManager(TLS.certificate()).build();
    return SnsConfiguration.http()
        .resolver(new Here(server.port()))
        .secure(spec -> spec.sslContext(ssl));
  }

  /** Every name is this machine, at that port. */
  private static final class Here extends AddressResolverGroup<InetSocketAddress> {
    private final int port;

    Here(int port) {
      this.port = port;
    }

    @Override
    protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
      return new AbstractAddressResolver<>(executor, InetSocketAddress.class) {
        @Override
        protected boolean doIsResolved(InetSocketAddress address) {
          return !address.isUnresolved();
        }

        @Override
        protected void doResolve(InetSocketAddress address, Promise<InetSocketAddress> promise) {
          promise.setSuccess(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        }

        @Override
        protected void doResolveAll(
            InetSocketAddress address, Promise<List<InetSocketAddress>> promise) {
          promise.setSuccess(
              List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
        }
      };
    }
  }
}
