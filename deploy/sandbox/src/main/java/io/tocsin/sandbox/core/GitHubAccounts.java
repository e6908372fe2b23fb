package io.tocsin.sandbox.core;

import java.util.Map;

/** The accounts that the stand-in for GitHub knows. */
final class GitHubAccounts {
  /** Whose token is used by whoever calls the API. */
  static final String OURS = "tocsin";

  private GitHubAccounts() {}

  static Map<String, Object> json(String login) {
    return Map.of("login", login, "type", "User");
  }
}
