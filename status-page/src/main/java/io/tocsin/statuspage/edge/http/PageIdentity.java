package io.tocsin.statuspage.edge.http;

import io.tocsin.statuspage.core.PublicId;
import java.net.URI;
import java.util.Objects;

/**
 * Whose page it is.
 *
 * @param name as its title says
 * @param url where the public finds it, without a slash at its end
 */
public record PageIdentity(String name, String url) {
  public PageIdentity {
    url = url.replaceAll("/+$", "");
    URI.create(url);
  }

  public String id() {
    return PublicId.of("page", url);
  }

  /** Whose names the feeds' ids are under. */
  String host() {
    return Objects.requireNonNullElse(URI.create(url).getHost(), "localhost");
  }

  public String link(String incidentId) {
    return url + "/incidents/" + incidentId;
  }
}
