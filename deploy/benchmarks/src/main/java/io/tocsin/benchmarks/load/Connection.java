package io.tocsin.benchmarks.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** A connection that is kept, with at most one request under way. */
final class Connection implements AutoCloseable {
  private static final int BUFFER = 16 * 1024;

  private final InetSocketAddress address;
  private final Selector selector;
  private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER);
  private final HttpAnswer answer = new HttpAnswer();
  private SocketChannel channel;
  private ByteBuffer out = ByteBuffer.allocate(0);
  private long intended;
  private boolean busy;

  Connection(InetSocketAddress address, Selector selector) throws IOException {
    this.address = address;
    this.selector = selector;
    this.channel = connected();
  }

  private SocketChannel connected() throws IOException {
    SocketChannel made = SocketChannel.open(address);
    made.setOption(StandardSocketOptions.TCP_NODELAY, true);
    made.configureBlocking(false);
    made.register(selector, SelectionKey.OP_READ, this);
    return made;
  }

  /**
   * Sends {@code request}.
   *
   * @param at when it was to be sent, in nanoseconds: what its time is measured from
   */
  void send(byte[] request, long at) throws IOException {
    intended = at;
    busy = true;
    answer.clear();
    out = ByteBuffer.wrap(request);
    write();
  }

  /** Writes what is left of the request. */
  void write() throws IOException {
    channel.write(out);
    int wanted = SelectionKey.OP_READ | (out.hasRemaining() ? SelectionKey.OP_WRITE : 0);
    channel.keyFor(selector).interestOps(wanted);
  }

  /** Reads what has come; whether the answer is whole. */
  boolean read() throws IOException {
    in.clear();
    if (channel.read(in) < 0) {
      throw new IOException("the connection was closed");
    }
    boolean whole = answer.take(in.flip());
    busy = busy && !whole;
    return whole;
  }

  /** Whether an answer is awaited; a server may close a connection that is idle. */
  boolean isBusy() {
    return busy;
  }

  int status() {
    return answer.status();
  }

  long intended() {
    return intended;
  }

  /** A new connection in place of one that broke. */
  void again() throws IOException {
    busy = false;
    channel.close();
    channel = connected();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
