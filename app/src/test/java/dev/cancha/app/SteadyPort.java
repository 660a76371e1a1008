package dev.cancha.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;

/**
 * Ports for servers that go and come again. A port of the system's own choice is from those that it also gives to
 * connections, of other tests too, and may be taken by the time that the server is back; these are not.
 */
final class SteadyPort {
  private static final int FIRST = 15_000;
  private static final int COUNT = 10_000;

  private SteadyPort() {}

  /** One that nobody listens on; two processes begin to look at different places. */
  static int free() {
    long from = ProcessHandle.current().pid() * 997;
    return IntStream.range(0, COUNT)
        .map(i -> FIRST + (int) ((from + i) % COUNT))
        .filter(SteadyPort::free)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no port is free from " + FIRST + " on"));
  }

  private static boolean free(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
