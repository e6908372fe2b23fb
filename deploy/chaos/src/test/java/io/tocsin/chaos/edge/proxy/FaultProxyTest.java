package io.tocsin.chaos.edge.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultProxyTest {
  private static final int SHORT = 300;
  private static final int LONG = 5_000;

  private ServerSocket echo;
  private FaultProxy proxy;

  @BeforeEach
  void anEchoBehindAProxy() throws IOException {
    echo = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
    Thread server = new Thread(this::serve, "echo");
    server.setDaemon(true);
    server.start();
    proxy = FaultProxy.open(0, echo.getLocalPort());
  }

  @AfterEach
  void close() throws IOException {
    proxy.close();
    echo.close();
  }

  @Test
  void whatIsSentGoesThroughAndTheAnswerComesBack() throws IOException {
    try (Socket client = connect(LONG)) {
      assertThat(echoOf(client, 'a')).isEqualTo('a');
    }
  }

  @Test
  void inABlackholeNothingComesAndAfterItAll() throws IOException {
    try (Socket client = connect(SHORT)) {
      assertThat(echoOf(client, 'a')).isEqualTo('a');
      proxy.set(Weather.BLACKHOLE, Duration.ZERO);
      client.getOutputStream().write('b');
      assertThatThrownBy(() -> client.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);
      proxy.calm();
      client.setSoTimeout(LONG);
      assertThat(client.getInputStream().read()).isEqualTo('b');
    }
  }

  @Test
  void aResetEndsEveryConnectionAndNewOnesToo() throws IOException {
    try (Socket client = connect(LONG)) {
      assertThat(echoOf(client, 'a')).isEqualTo('a');
      proxy.set(Weather.RESET, Duration.ZERO);
      assertThat(isEnded(client)).isTrue();
    }
    try (Socket another = connect(LONG)) {
      assertThat(isEnded(another)).isTrue();
    }
    proxy.calm();
    try (Socket again = connect(LONG)) {
      assertThat(echoOf(again, 'c')).isEqualTo('c');
    }
  }

  @Test
  void slowIsLateInBothDirections() throws IOException {
    proxy.set(Weather.SLOW, Duration.ofMillis(150));
    long sent = System.nanoTime();
    try (Socket client = connect(LONG)) {
      assertThat(echoOf(client, 'a')).isEqualTo('a');
    }
    assertThat(Duration.ofNanos(System.nanoTime() - sent)).isGreaterThan(Duration.ofMillis(300));
  }

  private Socket connect(int patience) throws IOException {
    Socket socket = new Socket("127.0.0.1", proxy.port());
    socket.setSoTimeout(patience);
    return socket;
  }

  private static int echoOf(Socket client, int word) throws IOException {
    client.getOutputStream().write(word);
    return client.getInputStream().read();
  }

  private static boolean isEnded(Socket client) {
    try {
      return client.getInputStream().read() < 0;
    } catch (SocketTimeoutException alive) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }

  private void serve() {
    while (!echo.isClosed()) {
      try {
        Socket client = echo.accept();
        Thread thread = new Thread(() -> answer(client), "echo-client");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static void answer(Socket client) {
    try (client) {
      client.getInputStream().transferTo(client.getOutputStream());
    } catch (IOException reset) {
      // a client that went away
    }
  }
}
