package io.tocsin.sandbox.edge.disk;

import io.tocsin.sandbox.core.RecentRequests;
import io.tocsin.sandbox.edge.json.SandboxJson;
import java.io.IOException;
import java.nio.file.Path;

/** Another process that wants the records of a sandbox, and says how it fared. */
final class SecondSandbox {

  private SecondSandbox() {}

  public static void main(String[] arguments) {
    Path directory = Path.of(arguments[0]);
    try (Requests requests =
        new Requests(directory, 1_000, new RecentRequests(10, 1_000), new SandboxJson())) {
      System.out.println("opened; has room: " + requests.hasRoom());
    } catch (IOException refused) {
      System.out.println(refused.getMessage());
    }
  }
}
