package dev.cancha.app.host;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** Reads QR codes with a library that did not draw them, as a phone does: from what is seen. */
public final class QrReader {
  private static final Pattern ESCAPE = Pattern.compile("\u001b\\[[0-9;]*m");
  private static final Pattern DRAWN = Pattern.compile("[ █▀▄]{25,}");
  private static final int DOT_PIXELS = 6;
  private static final int BLACK = 0;
  private static final int WHITE = 0xFFFFFF;

  private QrReader() {}

  /** The text of the code that is drawn in half blocks, black on white, among the lines of {@code screen}. */
  public static String ofTerminal(String screen) {
    List<String> rows = ESCAPE.matcher(screen)
        .replaceAll("")
        .lines()
        .filter(line -> DRAWN.matcher(line).matches())
        .toList();
    if (rows.isEmpty()) {
      throw new AssertionError("no code is seen in\n" + screen);
    }
    int columns = rows.stream().mapToInt(String::length).max().orElseThrow();
    int width = columns * DOT_PIXELS;
    int height = 2 * rows.size() * DOT_PIXELS;
    int[] pixels = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        String row = rows.get(y / (2 * DOT_PIXELS));
        int column = x / DOT_PIXELS;
        char dots = column < row.length() ? row.charAt(column) : ' '; // a screen is copied without its right margin
        boolean upper = y / DOT_PIXELS % 2 == 0;
        pixels[y * width + x] = dots == '█' || dots == (upper ? '▀' : '▄') ? BLACK : WHITE;
      }
    }
    return read(new RGBLuminanceSource(width, height, pixels));
  }

  /** The text of the code in a picture in PNG. */
  public static String ofPicture(byte[] png) throws IOException {
    BufferedImage image = Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(png)));
    int width = image.getWidth();
    int height = image.getHeight();
    return read(
        new RGBLuminanceSource(width, height, image.getRGB(0, 0, width, height, null, 0, width)));
  }

  private static String read(RGBLuminanceSource seen) {
    try {
      return new QRCodeReader()
          .decode(new BinaryBitmap(new HybridBinarizer(seen)), Map.of(DecodeHintType.TRY_HARDER, true))
          .getText();
    } catch (NotFoundException e) {
      throw new AssertionError("no code is seen", e);
    } catch (ReaderException e) {
      throw new AssertionError("the code cannot be read", e);
    }
  }
}
