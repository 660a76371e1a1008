package dev.cancha.app.host;

import io.nayuki.qrcodegen.QrCode;
import java.util.ArrayList;
import java.util.List;

/**
 * A QR code on a terminal: two of its dots above each other are one character, since a character is about twice as high
 * as it is wide. It brings its own black and white, so that it is right on dark and on light terminals, and where the
 * colours of the terminal are somebody's own.
 */
final class QrDrawing {
  /** What is to be empty on each side of a code, in dots. */
  static final int QUIET = 4;
  /** Black on white from the part of the 256 colours that themes leave alone. */
  private static final String COLOURS = "\u001b[38;5;16;48;5;231m";
  private static final String NO_COLOURS = "\u001b[0m";

  private QrDrawing() {}

  /** The lines of the code of {@code text}; none where it is wider than {@code columns}. */
  static List<String> lines(String text, int columns) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.LOW); // it takes more correction where that costs no size
    int width = code.size + 2 * QUIET;
    List<String> lines = new ArrayList<>();
    if (width > columns) {
      return lines;
    }
    for (int y = -QUIET; y < code.size + QUIET; y += 2) {
      StringBuilder line = new StringBuilder(COLOURS);
      for (int x = -QUIET; x < code.size + QUIET; x++) {
        line.append(dots(code.getModule(x, y), code.getModule(x, y + 1))); // what is outside is light
      }
      lines.add(line.append(NO_COLOURS).toString());
    }
    return lines;
  }

  private static char dots(boolean upper, boolean lower) {
    return upper ? lower ? '█' : '▀' : lower ? '▄' : ' ';
  }
}
