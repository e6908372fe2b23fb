package io.tocsin.contracts.runtime;

import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;

/**
 * An administration client for one question. Its end waits for nothing: what is under way is given
 * up, for a wait that the wall clock measures lasts for the size of the step when it is set back.
 */
public final class BriefAdmin implements AutoCloseable {
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
    admin.close(Duration.ZERO);
  }
}
