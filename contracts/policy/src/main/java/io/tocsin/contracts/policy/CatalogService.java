package io.tocsin.contracts.policy;

import io.tocsin.contracts.events.Link;
import java.util.List;
import java.util.Set;

/**
 * A service as the catalog knows it.
 *
 * @param name as tags, dimensions and labels say it
 * @param title as the public reads it
 * @param groups catalog groups it belongs to ({@code portals})
 */
public record CatalogService(
    String name, String title, Set<String> groups, boolean isPublic, List<Link> links) {
  public CatalogService {
    groups = Set.copyOf(groups);
    links = List.copyOf(links);
  }
}
