package io.tocsin.chaos.edge.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** One connection through the proxy: two sockets and what goes between them. */
final class Link {
  private static final int PIECE = 64 * 1024;

  private static final int BOTH = 2;

  private final Socket near;
  private final Socket far;
  private final Gate gate;
  private final AtomicInteger ended = new AtomicInteger();

  /**
   * @param near towards the process
   * @param far towards whom it talks to
   */
  Link(Socket near, Socket far, Gate gate) {
    this.near = near;
    this.far = far;
    this.gate = gate;
  }

  void open() throws IOException {
    near.setTcpNoDelay(true);
    far.setTcpNoDelay(true);
  }

  /** Carries bytes one way until one side ends. */
  void pump(boolean outward) {
    Socket from = outward ? near : far;
    Socket to = outward ? far : near;
    byte[] piece = new byte[PIECE];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        gate.pass(outward);
        out.write(piece, 0, read);
      }
      // the end is news too: in a silence nobody hears of it
      gate.pass(outward);
      to.shutdownOutput();
    } catch (IOException e) {
      endAfterSilence(outward);
    } catch (InterruptedException e) {
      reset();
      Thread.currentThread().interrupt();
    } finally {
      if (ended.incrementAndGet() == BOTH) {
        close(near);
        close(far);
      }
    }
  }

  private void endAfterSilence(boolean outward) {
    try {
      gate.pass(outward);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    reset();
  }

  /** Ends both sides with a reset, as a dead host would. */
  void reset() {
    reset(near);
    reset(far);
  }

  private static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
    } catch (IOException e) {
      // closed already
    }
    close(socket);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // closed already
    }
  }
}
