package io.tocsin.sandbox.edge.page;

import io.tocsin.sandbox.core.SlackInput;
import io.tocsin.sandbox.core.SlackView;
import java.util.List;
import java.util.Map;

/**
 * A form that Slack has opened for somebody.
 *
 * @param wrong what is wrong with all of it; empty where nothing is
 */
record SlackModal(
    String id, String heading, String send, String cancel, String wrong, List<Input> inputs) {

  /**
   * A field.
   *
   * @param wide written over several lines
   * @param line written on one
   * @param time a time in UTC
   */
  record Input(
      String block,
      String label,
      boolean wide,
      boolean line,
      boolean time,
      boolean choice,
      boolean required,
      int longest,
      String value,
      String error,
      List<Option> options) {}

  record Option(String word, String shown, boolean chosen) {}

  static SlackModal of(SlackView view) {
    return new SlackModal(
        view.id(),
        words(view, "title"),
        words(view, "submit").isEmpty() ? "Send" : words(view, "submit"),
        words(view, "close").isEmpty() ? "Cancel" : words(view, "close"),
        view.errors().getOrDefault("", ""),
        SlackInput.of(view.asked()).stream().map(input -> input(input, view)).toList());
  }

  private static Input input(SlackInput input, SlackView view) {
    String value = view.filled().getOrDefault(input.block(), "");
    boolean choice = !input.choices().isEmpty();
    boolean time = input.type().equals("datetimepicker");
    return new Input(
        input.block(),
        input.label(),
        input.multiline(),
        !input.multiline() && !choice && !time,
        time,
        choice,
        !input.optional(),
        input.longest() == 0 ? 3_000 : input.longest(),
        value,
        view.errors().getOrDefault(input.block(), ""),
        input.choices().stream()
            .map(each -> new Option(each.value(), each.label(), each.value().equals(value)))
            .toList());
  }

  private static String words(SlackView view, String name) {
    return view.asked().get(name) instanceof Map<?, ?> text ? String.valueOf(text.get("text")) : "";
  }
}
