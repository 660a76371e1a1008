package dev.cancha.common.discovery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.jmdns.ServiceInfo;
import org.jspecify.annotations.Nullable;

/**
 * A server as a service of mDNS: {@code _cancha._tcp}, with its name as the instance and the rest in the TXT
 * record.
 */
final class MdnsService {
  static final String TYPE = "_cancha._tcp.local.";
  private static final String ID = "id";
  private static final String NAME = "name";
  private static final String VERSION = "version";
  private static final String PROTOCOL = "protocol";
  private static final int NUMBER_DIGITS = 7;

  private MdnsService() {}

  /** Two servers of one name are told apart by the end of the instance's. */
  static ServiceInfo of(Beacon beacon) {
    Map<String, String> text = new LinkedHashMap<>();
    text.put(ID, beacon.id());
    text.put(NAME, beacon.name());
    text.put(VERSION, beacon.version());
    text.put(PROTOCOL, String.valueOf(beacon.protocol()));
    // a dot would end the name of the instance for some
    String instance = beacon.name().replace('.', ' ') + " " + beacon.id().substring(0, 4);
    return ServiceInfo.create(TYPE, instance, beacon.port(), 0, 0, text);
  }

  /** The server that {@code info} is about, without games and rooms; null where it is not complete, or no server. */
  static @Nullable Beacon read(ServiceInfo info) {
    String id = info.getPropertyString(ID);
    String name = info.getPropertyString(NAME);
    String version = info.getPropertyString(VERSION);
    String protocol = info.getPropertyString(PROTOCOL);
    if (id == null || name == null || version == null || protocol == null
        || !protocol.matches("[0-9]{1," + NUMBER_DIGITS + "}")) {
      return null;
    }
    try {
      return new Beacon(id, name, version, Integer.parseInt(protocol), info.getPort(), new TreeMap<>(),
          List.of(), 0);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
