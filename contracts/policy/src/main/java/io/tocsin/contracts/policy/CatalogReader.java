package io.tocsin.contracts.policy;

import io.tocsin.contracts.events.Link;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code services.yaml}: the catalog of one team. */
final class CatalogReader {
  private static final Kind<String> ADDRESS =
      Kind.matching(
          "is no web address",
          "write it whole, as in https://example.com/dashboard",
          text -> text.matches("https?://\\S+"));
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
                    .entries()
                    .values()
                    .forEach(
                        entry ->
                            entry
                                .key()
                                .as(Kind.NAME)
                                .ifPresent(name -> catalog.put(name, service(name, entry)))));
    return catalog;
  }

  private CatalogService service(String name, Section.Entry entry) {
    services.take(name, entry.key());
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
