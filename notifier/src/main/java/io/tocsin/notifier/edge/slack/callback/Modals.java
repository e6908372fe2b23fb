package io.tocsin.notifier.edge.slack.callback;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.DatetimePickerElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import io.tocsin.contracts.policy.severity.Question;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The two forms: the update template (RUN-07.1b) and the five questions (RUN-02.2). */
final class Modals {
  static final String UPDATE = "tocsin_update";
  static final String QUESTIONS = "tocsin_questions";
  static final String STATUS = "status";
  static final String IMPACT = "impact";
  static final String ACTIONS_TAKEN = "actions-taken";
  static final String NEXT_STEPS = "next-steps";
  static final String ETA = "eta";

  /** Of the one element in each block. */
  static final String ELEMENT = "value";

  private static final int LONGEST = 2_000;

  private Modals() {}

  static View update(Origin origin) {
    return view(
        UPDATE,
        "Update " + origin.incident(),
        origin,
        List.of(
            input(STATUS, "Status", choice("Investigating", "Mitigating", "Resolved")),
            input(IMPACT, "Impact", words()),
            input(ACTIONS_TAKEN, "Actions taken", words()),
            input(NEXT_STEPS, "Next steps", words()),
            input(ETA, "ETA", DatetimePickerElement.builder().actionId(ELEMENT).build())));
  }

  static View questions(Origin origin) {
    return view(
        QUESTIONS,
        "Assess " + origin.incident(),
        origin,
        Arrays.stream(Question.values())
            .map(question -> input(name(question), question.text(), element(question)))
            .toList());
  }

  static String name(Question question) {
    return question.name().toLowerCase(Locale.ROOT);
  }

  private static BlockElement element(Question question) {
    return switch (question) {
      case USERS, IMPACT -> words();
      case UNAVAILABLE, SECURITY, WORKAROUND -> choice("yes", "no");
    };
  }

  private static View view(
      String form, String title, Origin origin, List<? extends LayoutBlock> blocks) {
    return View.builder()
        .type("modal")
        .callbackId(form)
        .privateMetadata(origin.text())
        .title(ViewTitle.builder().type("plain_text").text(title).build())
        .submit(ViewSubmit.builder().type("plain_text").text("Send").build())
        .close(ViewClose.builder().type("plain_text").text("Cancel").build())
        .blocks(List.copyOf(blocks))
        .build();
  }

  private static InputBlock input(String name, String label, BlockElement element) {
    return InputBlock.builder()
        .blockId(name)
        .label(plain(label))
        .element(element)
        .optional(true)
        .build();
  }

  private static BlockElement words() {
    return PlainTextInputElement.builder()
        .actionId(ELEMENT)
        .multiline(true)
        .maxLength(LONGEST)
        .build();
  }

  private static BlockElement choice(String... words) {
    return StaticSelectElement.builder()
        .actionId(ELEMENT)
        .options(
            Arrays.stream(words)
                .map(word -> OptionObject.builder().text(plain(word)).value(word).build())
                .toList())
        .build();
  }

  private static PlainTextObject plain(String text) {
    return PlainTextObject.builder().text(text).emoji(false).build();
  }
}
