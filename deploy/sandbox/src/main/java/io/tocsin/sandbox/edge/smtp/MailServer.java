package io.tocsin.sandbox.edge.smtp;

import io.tocsin.sandbox.edge.http.Reception;
import java.net.InetAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.server.SMTPServer;

/** Takes mail on loopback and passes it to the one who records, like what comes by HTTP. */
public final class MailServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MailServer.class);
  private static final int LARGEST = 2 * 1024 * 1024;

  private final int wanted;
  private final SMTPServer server;

  /**
   * @param port 0 for any that is free
   */
  public MailServer(int port, Reception reception) {
    this.wanted = port;
    this.server =
        SMTPServer.port(port)
            .bindAddress(InetAddress.getLoopbackAddress())
            .hostName("localhost")
            .softwareName("Tocsin sandbox")
            .maxMessageSize(LARGEST)
            .messageHandlerFactory(context -> new Delivery(reception))
            .build();
  }

  /** A port that is taken is said, and everything else of the sandbox goes on. */
  public void start() {
    try {
      server.start();
    } catch (RuntimeException taken) {
      LOG.error(
          "no mail is taken: port {} cannot be had ({}); set tocsin.sandbox.smtp-port",
          wanted,
          taken.getMessage());
    }
  }

  /** Where it listens. */
  public int port() {
    return server.getPortAllocated();
  }

  @Override
  public void close() {
    server.stop();
  }
}
