package io.tocsin.statuspage.edge.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The documents of Atlassian Statuspage's public API v2; absent values are written as null. */
final class Wire {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Wire() {}

  static byte[] json(Object document) {
    return MAPPER.writeValueAsBytes(document);
  }

  /** RFC 3339 with exactly three decimals, as strict clients expect. */
  static String time(Instant at) {
    return MILLIS.format(at);
  }

  record Page(String id, String name, String url, String timeZone, String updatedAt) {}

  record Status(String indicator, String description) {}

  record ComponentStanding(
      String id,
      String name,
      String status,
      String createdAt,
      String updatedAt,
      int position,
      @Nullable String description,
      boolean showcase,
      @Nullable String startDate,
      @Nullable String groupId,
      String pageId,
      boolean group,
      boolean onlyShowIfDegraded) {}

  record AffectedComponent(String code, String name, String oldStatus, String newStatus) {}

  record IncidentUpdate(
      String id,
      String status,
      String body,
      String incidentId,
      String createdAt,
      String updatedAt,
      String displayAt,
      List<AffectedComponent> affectedComponents,
      boolean deliverNotifications,
      @Nullable String customTweet,
      @Nullable String tweetId) {}

  record PublicIncidentReport(
      String id,
      String name,
      String status,
      String createdAt,
      String updatedAt,
      @Nullable String monitoringAt,
      @Nullable String resolvedAt,
      String impact,
      String shortlink,
      String startedAt,
      String pageId,
      List<IncidentUpdate> incidentUpdates,
      List<ComponentStanding> components) {}

  record SummaryDocument(
      Page page,
      List<ComponentStanding> components,
      List<PublicIncidentReport> incidents,
      List<Object> scheduledMaintenances,
      Status status) {}

  record StatusDocument(Page page, Status status) {}

  record ComponentsDocument(Page page, List<ComponentStanding> components) {}

  record IncidentsDocument(Page page, List<PublicIncidentReport> incidents) {}

  record MaintenancesDocument(Page page, List<Object> scheduledMaintenances) {}
}
