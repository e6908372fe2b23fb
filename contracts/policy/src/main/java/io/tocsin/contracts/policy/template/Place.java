package io.tocsin.contracts.policy.template;

/** Where something stands in a file; line and column count from 1. */
record Place(int line, int column) {

  /** The place behind {@code text} that begins here. */
  Place after(String text) {
    int lastLine = text.lastIndexOf('\n');
    return lastLine < 0
        ? new Place(line, column + text.length())
        : new Place(
            line + (int) text.chars().filter(c -> c == '\n').count(), text.length() - lastLine);
  }
}
