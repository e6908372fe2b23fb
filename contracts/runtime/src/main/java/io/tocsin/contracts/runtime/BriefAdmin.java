package io.tocsin.contracts.runtime;

import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;

/**
 * An administration client for one question. Its end waits for a second and no longer: what is
 * under way is given up, and one made before the wall clock was set back would otherwise wait for
 * the size of the step.
 */
public final class BriefAdmin implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(1);

  private final Admin admin;

  private BriefAdmin(Admin admin) {
    this.admin = admin;
  }

  public static BriefAdmin of(KafkaSettings kafka) {
    return new BriefAdmin(Admin.create(kafka.common()));
  }

  /** The client itself; it ends with this. */
  public Admin client() {
    return admin;
  }

  @Override
  public void close() {
    admin.close(LIMIT);
  }
}
