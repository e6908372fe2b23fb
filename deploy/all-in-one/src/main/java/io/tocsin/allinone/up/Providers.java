package io.tocsin.allinone.up;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which providers are real, which are played by the sandbox, and which are not configured.
 *
 * <p>With none configured all go to the sandbox. As soon as one is real, any other without
 * credentials is unconfigured, unless its stand-in is asked for by name: nobody may believe a page
 * went out that only the sandbox saw.
 *
 * @param roles by the provider's name
 */
public record Providers(Map<String, Role> roles) {

  /** How a provider is reached. */
  public enum Role {
    REAL,
    SANDBOX,
    UNCONFIGURED
  }

  /**
   * A provider that Tocsin can talk to.
   *
   * @param credentials names in the environment, any of which makes it real
   * @param follows whether it is real only beside another that is: its credentials are at hand for
   *     other programs too, and who tries Tocsin out means none of them
   */
  public record Provider(String name, Set<String> credentials, boolean follows) {
    public Provider {
      credentials = Set.copyOf(credentials);
    }

    public Provider(String name, Set<String> credentials) {
      this(name, credentials, false);
    }

    private boolean isReal(Map<String, String> environment) {
      return credentials.stream()
          .anyMatch(credential -> !environment.getOrDefault(credential, "").isBlank());
    }
  }

  /**
   * Decides for each of {@code installed}.
   *
   * @param sandboxFor names of providers whose stand-in is wanted beside real ones
   */
  public static Providers decide(
      List<Provider> installed, Map<String, String> environment, Set<String> sandboxFor) {
    boolean anyReal =
        installed.stream()
            .anyMatch(provider -> !provider.follows() && provider.isReal(environment));
    Map<String, Role> roles = new LinkedHashMap<>();
    for (Provider provider : installed) {
      roles.put(provider.name(), role(provider, environment, anyReal, sandboxFor));
    }
    return new Providers(roles);
  }

  private static Role role(
      Provider provider, Map<String, String> environment, boolean anyReal, Set<String> sandboxFor) {
    if (!anyReal || sandboxFor.contains(provider.name())) {
      return Role.SANDBOX;
    }
    return provider.isReal(environment) ? Role.REAL : Role.UNCONFIGURED;
  }

  public Role role(String provider) {
    return roles.getOrDefault(provider, Role.UNCONFIGURED);
  }
}
