package io.tocsin.allinone.cases.verdict;

import io.tocsin.allinone.cases.Case;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A verdict for machines, as maps and lists. */
public final class VerdictJson {
  private VerdictJson() {}

  public static Map<String, @Nullable Object> of(Verdict verdict) {
    Case played = verdict.played();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("file", played.place().file());
    json.put("line", played.place().line());
    json.put("team", played.team().value());
    json.put("name", played.name());
    json.put("shows", played.shows());
    json.put("verdict", verdict.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    if (played.pending() != null) {
      json.put("pending", played.pending());
    }
    json.put(
        "differences", verdict.differences().stream().map(it -> difference(played, it)).toList());
    if (verdict.shift() != null) {
      json.put("shift", verdict.shift().text(played));
    }
    if (verdict.isWrong()) {
      json.put("timeline", timeline(verdict));
    }
    return json;
  }

  /** Every line with its time, what happened and why. */
  public static List<Map<String, @Nullable Object>> timeline(Verdict verdict) {
    return new Timeline(verdict)
        .lines().stream().map(line -> line(verdict.played(), line)).toList();
  }

  private static Map<String, @Nullable Object> line(Case played, Timeline.Line line) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("offset", Nearest.offset(played, line.at()));
    json.put("at", line.at().toString());
    json.put("local", line.at().atZone(played.zone()).toOffsetDateTime().toString());
    json.put("what", line.label());
    json.put("text", line.text());
    if (line.happening() != null) {
      json.put("why", line.happening().why());
      if (line.happening().word() != null) {
        Map<String, List<String>> fields = new TreeMap<>(line.happening().fields());
        fields.remove("contains"); // the texts stand beside them
        json.put("fields", fields);
      }
    }
    if (line.difference() != null) {
      json.put("differs", line.difference().text());
    }
    return json;
  }

  private static Map<String, @Nullable Object> difference(Case played, Difference difference) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("offset", Nearest.offset(played, difference.at()));
    json.put("text", difference.text());
    if (difference.expected() != null) {
      json.put("expected", difference.expected().text());
      json.put("line", difference.expected().place().line());
    }
    if (difference.happened() != null) {
      json.put("happened", difference.happened().text());
    }
    return json;
  }
}
