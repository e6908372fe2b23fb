package io.tocsin.allinone.cli;

import io.tocsin.contracts.events.ContractJson;

/** What {@code --json} prints. */
final class Json {
  private Json() {}

  /** {@code value}, maps and lists, for machines that people look over the shoulder of. */
  static String pretty(Object value) {
    return ContractJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
  }
}
