package dev.cancha.app;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;

/** A program that has the beacon's UDP port and shares it with nobody. Runs until it is killed. */
final class UdpPortHolder {
  private UdpPortHolder() {}

  public static void main(String[] args) throws IOException {
    try (DatagramSocket socket = new DatagramSocket(null)) {
      socket.setReuseAddress(false);
      socket.bind(new InetSocketAddress("0.0.0.0", 7777));
      System.out.println("ready");
      while (!socket.isClosed()) {
        socket.receive(new DatagramPacket(new byte[1], 1));
      }
    }
  }
}
