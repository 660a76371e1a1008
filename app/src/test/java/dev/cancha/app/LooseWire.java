package dev.cancha.app;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** A plug in front of a server: pulled out, all connections break and new ones are dropped at once. */
final class LooseWire implements AutoCloseable {
  private final ServerSocket door;
  private final InetAddress address;
  private final int serverPort;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final List<CompletableFuture<Void>> carrying = new ArrayList<>();
  private final CompletableFuture<Void> accepting;
  private volatile boolean out;

  /** Both ends of it are at {@code address}. */
  LooseWire(String address, int serverPort) throws IOException {
    this.address = InetAddress.getByName(address);
    door = new ServerSocket(0, 50, this.address);
    this.serverPort = serverPort;
    accepting = run("door", this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  void pull() throws IOException {
    out = true;
    for (Socket socket : open) {
      socket.close();
    }
    open.clear();
  }

  void plugIn() {
    out = false;
  }

  private static CompletableFuture<Void> run(String name, Runnable task) {
    CompletableFuture<Void> ended = new CompletableFuture<>();
    Thread.ofPlatform().name("loose-wire-" + name).start(() -> {
      try {
        task.run();
      } finally {
        ended.complete(null);
      }
    });
    return ended;
  }

  private void accept() {
    try {
      while (true) {
        Socket client = door.accept();
        if (out) {
          client.close();
        } else {
          Socket server = new Socket(address, serverPort);
          open.add(client);
          open.add(server);
          carrying.add(run("there", () -> carry(client, server)));
          carrying.add(run("back", () -> carry(server, client)));
        }
      }
    } catch (SocketException closed) {
      // the test is over
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void carry(Socket from, Socket to) {
    try (from; to; InputStream in = from.getInputStream()) {
      in.transferTo(to.getOutputStream());
    } catch (IOException cut) {
      // that is what this is for
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    accepting.join();
    pull();
    carrying.forEach(CompletableFuture::join);
  }
}
