package io.tocsin.sandbox.core;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form.
 *
 * @param block the id of its block, which people and errors name it by
 * @param action the id of the element in it
 * @param type Slack's word for the element: {@code plain_text_input}, {@code static_select} …
 * @param longest how many characters it takes; 0 where that is not said
 * @param choices what can be chosen; empty for other elements
 */
public record SlackInput(
    String block,
    String action,
    String type,
    String label,
    boolean optional,
    boolean multiline,
    int longest,
    List<Choice> choices) {

  /** One that can be chosen. */
  public record Choice(String value, String label) {
    private Map<String, Object> json() {
      return Map.of("text", Map.of("type", "plain_text", "text", label), "value", value);
    }
  }

  public SlackInput {
    choices = List.copyOf(choices);
  }

  /** The fields of a form, in order. */
  public static List<SlackInput> of(Map<String, Object> view) {
    List<SlackInput> inputs = new ArrayList<>();
    for (Map<?, ?> block : maps(view.get("blocks"))) {
      if ("input".equals(block.get("type")) && block.get("element") instanceof Map<?, ?> element) {
        inputs.add(
            new SlackInput(
                text(block.get("block_id")),
                text(element.get("action_id")),
                text(element.get("type")),
                words(block.get("label")),
                Boolean.TRUE.equals(block.get("optional")),
                Boolean.TRUE.equals(element.get("multiline")),
                element.get("max_length") instanceof Number longest ? longest.intValue() : 0,
                maps(element.get("options")).stream()
                    .map(each -> new Choice(text(each.get("value")), words(each.get("text"))))
                    .toList()));
      }
    }
    return inputs;
  }

  /** What Slack says of a form that was filled in so, by block and element. */
  static Map<String, Object> state(Map<String, Object> view, Map<String, String> filled) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (SlackInput input : of(view)) {
      values.put(
          input.block, Map.of(input.action, input.state(filled.getOrDefault(input.block, ""))));
    }
    return values;
  }

  private Map<String, Object> state(String value) {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("type", type);
    if (value.isEmpty()) {
      return state;
    }
    switch (type) {
      case "static_select", "radio_buttons" ->
          choices.stream()
              .filter(choice -> choice.value.equals(value))
              .findFirst()
              .ifPresent(choice -> state.put("selected_option", choice.json()));
      case "datetimepicker" -> putTime(state, value);
      default -> state.put("value", value);
    }
    return state;
  }

  /** Seconds, or a time of day in UTC as a browser's field writes it. */
  private static void putTime(Map<String, Object> state, String value) {
    try {
      state.put(
          "selected_date_time",
          value.matches("\\d{1,10}")
              ? Long.parseLong(value)
              : LocalDateTime.parse(value).toEpochSecond(ZoneOffset.UTC));
    } catch (DateTimeException noTime) {
      state.remove("selected_date_time");
    }
  }

  private static List<Map<?, ?>> maps(@Nullable Object json) {
    List<Map<?, ?>> maps = new ArrayList<>();
    if (json instanceof List<?> list) {
      list.forEach(
          each -> {
            if (each instanceof Map<?, ?> map) {
              maps.add(map);
            }
          });
    }
    return maps;
  }

  private static String words(@Nullable Object textObject) {
    return textObject instanceof Map<?, ?> map ? text(map.get("text")) : "";
  }

  private static String text(@Nullable Object json) {
    return json instanceof String text ? text : "";
  }
}
