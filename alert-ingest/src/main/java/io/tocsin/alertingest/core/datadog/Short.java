package io.tocsin.alertingest.core.datadog;

import io.tocsin.alertingest.core.Text;

/** A sender's word that is shown as it is: one line, and not a long one. */
final class Short {
  private static final int MAX = 200;

  private Short() {}

  static String line(String text) {
    return Text.atMost(Text.line(text), MAX);
  }
}
