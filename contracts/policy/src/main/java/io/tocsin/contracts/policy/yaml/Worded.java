package io.tocsin.contracts.policy.yaml;

/**
 * An enum whose constants have words of their own; without, a constant is written in kebab-case.
 */
public interface Worded {
  /** As policies write it. */
  String word();
}
