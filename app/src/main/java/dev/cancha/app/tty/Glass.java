package dev.cancha.app.tty;

import dev.cancha.app.text.Line;
import dev.cancha.app.text.Window;
import java.util.ArrayList;
import java.util.List;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;

/**
 * What is on the screen. A line that did not change is not written again, and each one that did is written from its
 * first cell on with wrapping off: where a terminal takes a character to be wider than we do, that stays in its line.
 * Owner: the thread that draws.
 */
final class Glass {
  private static final String WRAP_OFF = "\u001b[?7l";
  private static final String WRAP_ON = "\u001b[?7h";

  private final Terminal terminal;
  private final boolean colours;
  private final boolean ascii;
  private List<String> shown = List.of();
  private Window size = new Window(0, 0);

  Glass(Terminal terminal, boolean colours) {
    this.terminal = terminal;
    this.colours = colours;
    ascii = !terminal.outputEncoding().newEncoder().canEncode("│●▸…");
  }

  /** Takes the screen: what was on it comes back with {@link #close}. */
  void open() {
    terminal.puts(Capability.enter_ca_mode);
    terminal.puts(Capability.cursor_invisible);
    terminal.writer().write(WRAP_OFF);
    terminal.puts(Capability.clear_screen);
    terminal.flush();
  }

  Window size() {
    return new Window(Math.max(1, terminal.getColumns()), Math.max(1, terminal.getRows()));
  }

  void draw(List<Line> lines, Window window) {
    List<String> next = new ArrayList<>();
    for (Line line : lines) {
      String encoded = line.encode(colours);
      next.add(ascii ? Ascii.of(encoded) : encoded);
    }
    boolean whole = !window.equals(size);
    if (whole) {
      terminal.puts(Capability.clear_screen);
      size = window;
    }
    for (int row = 0; row < Math.min(next.size(), window.height()); row++) {
      if (whole || row >= shown.size() || !shown.get(row).equals(next.get(row))) {
        terminal.puts(Capability.cursor_address, row, 0);
        if (lines.get(row).text().length() != window.width()) {
          // a terminal may take its characters to be narrower than we do, and would leave old ones at the end
          terminal.puts(Capability.clr_eol);
        }
        terminal.writer().write(next.get(row));
      }
    }
    terminal.flush();
    shown = next;
  }

  void close() {
    terminal.writer().write(WRAP_ON);
    terminal.puts(Capability.cursor_normal);
    terminal.puts(Capability.exit_ca_mode);
    terminal.flush();
  }
}
