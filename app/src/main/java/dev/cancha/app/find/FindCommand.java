package dev.cancha.app.find;

import dev.cancha.common.discovery.LinkKind;
import dev.cancha.common.discovery.NetworkLink;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code cancha find}. */
// @formatter:off (it would join the lines of these texts)
@Command(name = "find", mixinStandardHelpOptions = true, sortOptions = false,
    description = {"Lists the servers in the networks of this machine, and their public rooms.",
        "Most answer at once; it listens for 6 s, for those that are only heard then."},
    footer = {"", "Examples:", "  cancha find", "  cancha find --scan", "  cancha find --json",
        "", "Exit codes: 0 found, 1 no server that can be joined was found, 2 wrong options."})
// @formatter:on
public final class FindCommand implements Callable<Integer> {
  /** Beacons answer at once; mDNS takes seconds, and so does the next announcement of a server that hears nobody. */
  private static final Duration LISTEN = Duration.ofSeconds(6);
  /** A scan of two networks whose addresses never answer. */
  private static final Duration SCAN = Duration.ofSeconds(12);

  /**
   * What the command needs of the machine.
   *
   * @param finder looks for servers
   * @param links of this machine, looked up when asked
   * @param patience waits for a stage, for so long at most
   */
  public record Machine(Finder finder, Supplier<List<NetworkLink>> links,
      BiConsumer<CompletionStage<?>, Duration> patience) {}

  // @formatter:off (it would join the lines of these texts)
  @Option(names = "--scan",
      description = "Also asks each address of this network, one by one. Not for networks that are not yours.")
  private boolean scan;

  @Option(names = "--json", description = "One line of JSON at the end, and no text.")
  private boolean json;
  // @formatter:on

  @Spec
  private @Nullable CommandSpec spec;

  private final Machine machine;

  public FindCommand(Machine machine) {
    this.machine = machine;
  }

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    FoundList list = new FoundList(json ? server -> {} : server -> {
      FoundText.lines(server).forEach(out::println);
      out.flush();
    });
    try (Finder.Search search = machine.finder().search(list::add)) {
      CompletionStage<Void> scanned = scan ? search.scan() : CompletableFuture.completedStage(null);
      machine.patience().accept(new CompletableFuture<>(), LISTEN);
      machine.patience().accept(scanned, SCAN);
    }
    List<FoundServer> servers = list.end();
    if (json) {
      out.println(FoundJson.line(servers));
    } else if (servers.isEmpty()) {
      FoundText.nothing(inANetwork(), scan).forEach(out::println);
    }
    out.flush();
    return servers.stream().anyMatch(server -> server.reach() == FoundServer.Reach.YES) ? 0 : 1;
  }

  private boolean inANetwork() {
    return machine.links()
        .get()
        .stream()
        .anyMatch(link -> link.kind() != LinkKind.LOOPBACK && !link.addresses().isEmpty());
  }
}
