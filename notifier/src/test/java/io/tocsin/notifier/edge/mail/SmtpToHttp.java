package io.tocsin.notifier.edge.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/**
 * A mail server that asks an HTTP server what to say: so that mail keeps the contract of every
 * channel, which is written in HTTP's words. The first line of what it asks is the login.
 */
final class SmtpToHttp implements AutoCloseable {
  private final ServerSocket listener;
  private final URI http;
  private final HttpClient client = HttpClient.newHttpClient();

  SmtpToHttp(String http) throws IOException {
    this.http = URI.create(http);
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start("smtp-listener", this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  private static void start(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        start("smtp", () -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      OutputStream out = socket.getOutputStream();
      say(out, "220 here");
      String login = "";
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String command = line.toUpperCase(Locale.ROOT);
        if (command.startsWith("EHLO")) {
          say(out, "250-here\r\n250 AUTH PLAIN");
        } else if (command.startsWith("AUTH PLAIN ")) {
          login =
              new String(Base64.getDecoder().decode(line.substring(11)), StandardCharsets.UTF_8);
          say(out, "235 welcome");
        } else if (command.equals("DATA")) {
          say(out, "354 go on");
          say(out, answer(login.replace('\0', ' ') + "\r\n" + mail(in)));
        } else {
          say(out, command.startsWith("QUIT") ? "221 bye" : "250 well");
        }
      }
    } catch (IOException | InterruptedException dropped) {
      // the client sees that the connection has ended
    }
  }

  private static String mail(BufferedReader in) throws IOException {
    StringBuilder mail = new StringBuilder();
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      mail.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
    }
    return mail.toString();
  }

  private String answer(String asked) throws IOException, InterruptedException {
    HttpResponse<String> response =
        client.send(
            HttpRequest.newBuilder(http)
                .POST(HttpRequest.BodyPublishers.ofString(asked, StandardCharsets.ISO_8859_1))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    int status = response.statusCode();
    if (status / 100 == 2) {
      return "250 taken";
    }
    boolean passes = status == 408 || status == 429 || status >= 500;
    return (passes ? "451 4.3.0 HTTP " : "550 5.7.1 HTTP ") + status + " " + response.body();
  }

  private static void say(OutputStream out, String words) throws IOException {
    out.write((words + "\r\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
