package io.tocsin.chaos.edge.driver;

import io.tocsin.contracts.events.ContractJson;
import io.tocsin.sandbox.core.Form;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A phone's texts, as its owner reads them. */
final class Texts {
  private static final Pattern CODE = Pattern.compile("\\bACK \\d{4}\\b");
  private static final String TAKEN = "Thank you. ";

  private Texts() {}

  /**
   * What the text {@code sid} asks to be answered with.
   *
   * @param requests what the sandbox took for phones
   * @throws IllegalStateException when it asks for nothing, or there is no such text
   */
  static String answer(String requests, String sid) {
    return ContractJson.MAPPER
        .readTree(requests)
        .valueStream()
        .filter(request -> request.path("takenAs").asString("").equals(sid))
        .map(request -> CODE.matcher(Form.of(request.path("body").asString("")).text("Body")))
        .filter(Matcher::find)
        .map(Matcher::group)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the text " + sid + " asks for nothing"));
  }

  /** Whether what Tocsin texted back says that it took the answer, whatever was decided then. */
  static boolean isTaken(String said) {
    return said.contains(TAKEN);
  }
}
