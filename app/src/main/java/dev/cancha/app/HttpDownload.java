package dev.cancha.app;

import dev.cancha.app.replay.Download;
import dev.cancha.app.replay.Unavailable;
import dev.cancha.common.CompositionRoot;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** By the JDK's client. */
@CompositionRoot("waits for the answer on the command's thread, which has nothing else to do")
final class HttpDownload implements Download {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Override
  public byte[] get(URI address, @Nullable String token) throws Unavailable {
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(PATIENCE);
    if (token != null) {
      request.header("authorization", "Bearer " + token);
    }
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
      return switch (response.statusCode()) {
        case 200 -> response.body();
        case 401 -> throw new Unavailable("that is no token.");
        case 404 -> throw new Unavailable(
            "the server at " + address.getAuthority() + " shows no such match"
                + (token == null ? ": is its room private? Then it takes --token." : "."));
        default -> throw new Unavailable("the server at " + address.getAuthority() + " answers "
            + response.statusCode() + ".");
      };
    } catch (IOException e) {
      throw new Unavailable("no server answers at " + address.getAuthority() + ": " + e + ".");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("the wait for the server was interrupted.");
    }
  }
}
