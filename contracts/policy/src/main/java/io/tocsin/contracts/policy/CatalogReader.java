package io.tocsin.contracts.policy;

import io.tocsin.contracts.events.Link;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code services.yaml}: the catalog of one team. */
final class CatalogReader {
  private static final Kind<String> ADDRESS =
      Kind.matching(
          "is no web address",
          "write it whole, as in https://example.com/dashboard",
          text -> text.matches("https?://\\S+"));
  private static final String UNSAID = "?";
  private final Claims services;

  CatalogReader(Claims services) {
    this.services = services;
  }

  Map<String, CatalogService> read(Section file) {
    Map<String, CatalogService> catalog = new LinkedHashMap<>();
    file.allow("services")
        .need("services", "list the team's services below it")
        .flatMap(YamlValue::section)
        .ifPresent(
            section ->
                section
                    .entries("a team has one service at least")
                    .values()
                    .forEach(
                        entry -> {
                          CatalogService service = service(entry);
                          catalog.put(service.name(), service);
                        }));
    return catalog;
  }

  private CatalogService service(Section.Entry entry) {
    Optional<String> known = entry.key().as(Kind.NAME);
    known.ifPresent(name -> services.take(name, entry.key()));
    String name = known.orElse(UNSAID);
    return entry
        .value()
        .section()
        .map(section -> service(name, section))
        .orElseGet(() -> new CatalogService(name, name, Set.of(), false, List.of()));
  }

  private static CatalogService service(String name, Section section) {
    section.allow("title", "groups", "public", "links");
    return new CatalogService(
        name,
        section.need("title", Kind.TEXT, name),
        Set.copyOf(section.plainList("groups", Kind.NAME)),
        section.need("public", Kind.FLAG, false),
        section
            .find("links")
            .flatMap(YamlValue::section)
            .map(CatalogReader::links)
            .orElse(List.of()));
  }

  private static List<Link> links(Section section) {
    return section.entries().entrySet().stream()
        .map(entry -> new Link(entry.getKey(), entry.getValue().value().as(ADDRESS).orElse("")))
        .toList();
  }
}
