package io.tocsin.contracts.runtime.policy;

import io.tocsin.contracts.events.PolicyBundle;
import io.tocsin.contracts.policy.PolicyFiles;
import io.tocsin.contracts.policy.PolicyRejected;
import io.tocsin.contracts.policy.yaml.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A policy root as it lies there once it rests: what is found at two looks in a row, so that a file
 * that is being written, or a link that is being swapped, is left alone. Not safe for threads.
 */
final class PolicyFolder {
  private final Path root;
  private String lastMark = "";

  PolicyFolder(Path root) {
    this.root = root;
  }

  /** What was found at the last look too. */
  Optional<Found> look() {
    Found found = find();
    boolean rests = found.mark.equals(lastMark);
    lastMark = found.mark;
    return rests ? Optional.of(found) : Optional.empty();
  }

  /** All files are read each time: a time stamp may be kept by whoever writes them. */
  private Found find() {
    try {
      PolicyBundle bundle = PolicyFiles.read(root);
      return new Found(bundle.hash(), bundle, List.of());
    } catch (PolicyRejected e) {
      String mark = "unreadable-" + Integer.toHexString(String.valueOf(e.getMessage()).hashCode());
      return new Found(mark, null, e.problems());
    }
  }

  /**
   * @param mark tells it from anything else that may be found: the bundle's hash
   * @param bundle null when the files cannot be read, for which {@code problems} says why
   */
  record Found(String mark, @Nullable PolicyBundle bundle, List<Problem> problems) {

    PolicyBundle readable() throws PolicyRejected {
      if (bundle == null) {
        throw new PolicyRejected(problems);
      }
      return bundle;
    }
  }
}
