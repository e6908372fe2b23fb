package io.tocsin.contracts.policy.yaml;

/**
 * Something wrong with what was read, said by a check that knows nothing of files.
 *
 * @param where the record that is wrong
 * @param component its component; {@code by/1} or {@code by/phone} for an item of it, empty for the
 *     record as a whole
 */
public record Flaw(Object where, String component, String message, String remedy) {}
