package dev.cancha.common.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.jmdns.ServiceInfo;
import org.junit.jupiter.api.Test;

class MdnsServiceTest {
  private static final Beacon SERVER = new Beacon("0123456789abcdef", "Liceo Nº 7. Santiago", "0.1.0", 1,
      8000,
      new TreeMap<>(), List.of(), 0);

  @Test
  void aServerIsReadAsItWasWrittenButForItsGamesAndRooms() {
    assertThat(MdnsService.read(MdnsService.of(SERVER))).isEqualTo(SERVER);
  }

  @Test
  void theInstanceTellsServersOfOneNameApart() {
    assertThat(MdnsService.of(SERVER).getName()).isEqualTo("Liceo Nº 7  Santiago 0123");
    assertThat(MdnsService.of(SERVER).getType()).isEqualTo("_cancha._tcp.local.");
  }

  @Test
  void whatHasComeWithoutItsTextIsNotComplete() {
    assertThat(MdnsService.read(info(Map.of()))).isNull();
    assertThat(MdnsService.read(info(Map.of("id", "0123456789abcdef", "name", "x")))).isNull();
  }

  @Test
  void whatIsNoServerIsNone() {
    assertThat(MdnsService.read(info(text("protocol", "1")))).isNotNull();
    assertThat(MdnsService.read(info(text("protocol", "one")))).isNull();
    assertThat(MdnsService.read(info(text("protocol", "99999999999")))).isNull();
    assertThat(MdnsService.read(info(text("id", "../..")))).isNull();
    assertThat(MdnsService.read(info(text("name", "a\u001b[2Jb")))).isNull();
  }

  private static Map<String, String> text(String key, String value) {
    Map<String, String> text = new TreeMap<>(
        Map.of("id", "0123456789abcdef", "name", "Liceo", "version", "1", "protocol", "1"));
    text.put(key, value);
    return text;
  }

  private static ServiceInfo info(Map<String, String> text) {
    return ServiceInfo.create(MdnsService.TYPE, "x", 7777, 0, 0, text);
  }
}
