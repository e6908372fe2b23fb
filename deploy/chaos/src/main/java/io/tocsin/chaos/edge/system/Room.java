package io.tocsin.chaos.edge.system;

import java.io.IOException;
import java.util.Arrays;

/**
 * The main of every process: runs the main that it is told, and ends when its standard input does,
 * so that nothing outlives the harness.
 */
public final class Room {
  private Room() {}

  /** Arguments: the class whose main is run, and that main's own arguments. */
  public static void main(String... arguments) throws Exception {
    Thread parent = new Thread(Room::followParent, "parent");
    parent.setDaemon(true);
    parent.start();
    String[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
    Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, (Object) rest);
  }

  private static void followParent() {
    try {
      int word = System.in.read();
      while (word >= 0) {
        word = System.in.read();
      }
    } catch (IOException e) {
      // its end is as good as the end of input
    }
    Runtime.getRuntime().halt(0);
  }
}
