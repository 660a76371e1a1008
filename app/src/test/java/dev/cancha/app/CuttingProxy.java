package dev.cancha.app;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A wire that does not hold: it carries frames between a client and a server, and cuts each connection in its turn in
 * the way that was planned for it, once the match is on; the connections after those are left whole.
 */
final class CuttingProxy implements AutoCloseable {
  /** How a connection ends. */
  enum Cut {
    /** Both sides get a reset before the patch, which is lost. */
    BEFORE_A_PATCH,
    /** Half a patch arrives, then a reset. */
    INSIDE_A_PATCH,
    /** Half an act arrives, then a reset. */
    INSIDE_AN_ACT,
    /** The act arrives, and a reset comes before the answer. */
    AFTER_AN_ACT,
    /** From now on nothing is carried, and neither side is told. */
    SILENCE
  }

  /** A cut comes with the patch or the act of this number on its connection. */
  private static final int CUT_AT = 3;

  private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final int serverPort;
  private final List<Cut> plan;
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger cuts = new AtomicInteger();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final CompletableFuture<Void> accepting;
  /** One for each direction of each connection. Owner: the thread that accepts, until it has ended. */
  private final List<CompletableFuture<Void>> carrying = new ArrayList<>();

  CuttingProxy(int serverPort, List<Cut> plan) throws IOException {
    this.serverPort = serverPort;
    this.plan = List.copyOf(plan);
    accepting = run("door", this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  /** How many connections were cut so far. */
  int cuts() {
    return cuts.get();
  }

  /** In a thread of its own; done when that ends, however it ends. */
  private static CompletableFuture<Void> run(String name, Runnable carry) {
    CompletableFuture<Void> ended = new CompletableFuture<>();
    Thread.ofPlatform().name("proxy-" + name).start(() -> {
      try {
        carry.run();
      } finally {
        ended.complete(null);
      }
    });
    return ended;
  }

  private void accept() {
    try {
      while (true) {
        Socket client = opened(door.accept());
        Socket server;
        try {
          server = opened(new Socket(InetAddress.getLoopbackAddress(), serverPort));
        } catch (ConnectException noServer) {
          client.close();
          continue;
        }
        Wire wire = new Wire(client, server, connections.getAndIncrement());
        carrying.add(run("to-server", () -> wire.carry(client, server, "act")));
        carrying.add(run("to-client", () -> wire.carry(server, client, "patch")));
      }
    } catch (SocketException closed) {
      // the test is over
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Socket opened(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    open.add(socket);
    return socket;
  }

  @Override
  public void close() throws IOException {
    door.close();
    accepting.join();
    for (Socket socket : open) {
      socket.close();
    }
    carrying.forEach(CompletableFuture::join);
  }

  /** One connection and what becomes of it; both of its threads use it. */
  private final class Wire {
    private final Socket client;
    private final Socket server;
    private final int number;
    private volatile boolean silent;

    Wire(Socket client, Socket server, int number) {
      this.client = client;
      this.server = server;
      this.number = number;
    }

    void carry(Socket from, Socket to, String counted) {
      try {
        DataInputStream in = new DataInputStream(from.getInputStream());
        OutputStream out = to.getOutputStream();
        int count = 0;
        while (true) {
          byte[] frame = frame(in);
          if (is(frame, counted)) {
            count++;
          }
          if (count == CUT_AT && number < plan.size() && cut(counted, frame, out)) {
            return;
          }
          if (!silent) {
            out.write(frame);
          }
        }
      } catch (EOFException | SocketException ended) {
        end();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Carries out the plan, where it is for this direction; true: nothing more is to be carried. */
    private boolean cut(String counted, byte[] frame, OutputStream out) throws IOException {
      Cut cut = plan.get(number);
      boolean act = cut == Cut.INSIDE_AN_ACT || cut == Cut.AFTER_AN_ACT;
      if (silent || counted.equals("act") != act) {
        return false;
      }
      cuts.incrementAndGet();
      switch (cut) {
        case BEFORE_A_PATCH -> reset();
        case INSIDE_A_PATCH, INSIDE_AN_ACT -> {
          out.write(frame, 0, frame.length / 2);
          reset();
        }
        case AFTER_AN_ACT -> {
          out.write(frame);
          reset();
        }
        case SILENCE -> silent = true;
      }
      return cut != Cut.SILENCE;
    }

    private void reset() throws IOException {
      for (Socket socket : List.of(client, server)) {
        socket.setSoLinger(true, 0);
        socket.close();
      }
    }

    /** One side has gone; a silent wire does not tell the other. */
    private void end() {
      if (!silent) {
        for (Socket socket : List.of(client, server)) {
          try {
            socket.close();
          } catch (IOException e) {
            // it is closed then
          }
        }
      }
    }
  }

  private static byte[] frame(InputStream in) throws IOException {
    DataInputStream data = (DataInputStream) in;
    int length = data.readInt();
    byte[] frame = ByteBuffer.allocate(Integer.BYTES + length).putInt(length).array();
    data.readFully(frame, Integer.BYTES, length);
    return frame;
  }

  /** The members of a message may come in any order and with spaces: that is how Python writes them. */
  private static boolean is(byte[] frame, String type) {
    return new String(frame, StandardCharsets.UTF_8).replace(" ", "").contains("\"type\":\"" + type + "\"");
  }
}
