package io.tocsin.allinone;

import io.tocsin.allinone.up.ServiceStart;
import java.util.List;

/** Every service, in the order in which data goes through them; they are stopped in it. */
final class Services {
  private Services() {}

  static List<ServiceStart> all() {
    return List.of();
  }
}
