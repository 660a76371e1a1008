package dev.cancha.server.bots;

import dev.cancha.common.message.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Programs that do what the test says. Owner: the test's thread. */
final class FakePrograms implements Launcher {
  /** All that were started, the last one last. */
  final List<FakeProgram> started = new ArrayList<>();
  /** Why none can be started; absent where they can. */
  @Nullable
  String refusal;

  @Override
  public Child launch(Order order, Ears ears) {
    FakeProgram program = new FakeProgram(order, ears);
    started.add(program);
    if (refusal != null) {
      ears.ended(refusal);
    }
    return program;
  }

  FakeProgram last() {
    return started.getLast();
  }

  long running() {
    return started.stream().filter(program -> !program.ended).count();
  }

  /** One of them. */
  static final class FakeProgram implements Child {
    final Order order;
    final Ears ears;
    final List<JsonNode> asked = new ArrayList<>();
    boolean ended;

    private FakeProgram(Order order, Ears ears) {
      this.order = order;
      this.ears = ears;
    }

    @Override
    public void send(Supplier<Json> line) {
      asked.add(JsonMapper.shared().readTree(line.get().utf8()));
    }

    @Override
    public void end() {
      ended = true;
    }

    void writes(String line) {
      ears.line(line.getBytes(StandardCharsets.UTF_8));
    }

    void dies() {
      ears.ended("ended with exit code 1");
    }
  }
}
