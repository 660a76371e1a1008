package dev.cancha.common.wire;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.Protocol;
import dev.cancha.common.message.ServerMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import org.jspecify.annotations.Nullable;

/**
 * Messages to JSON and back, strictly: what is not exactly a message of the protocol is refused with the error code
 * and the sentence that PROTOCOL.md has for it. Made once and shared by all threads.
 */
public final class MessageCodec {
  private static final MessageCodec SHARED = new MessageCodec();

  private final Lazily<MessageReader<ClientMessage>> clientReader = new Lazily<>(
      () -> new MessageReader<>(ClientMessage.class, Protocol.MAX_CLIENT_DEPTH));
  private final Lazily<MessageReader<ServerMessage>> serverReader = new Lazily<>(
      () -> new MessageReader<>(ServerMessage.class, Protocol.MAX_SERVER_DEPTH));
  private final Lazily<MessageWriter> clientWriter = new Lazily<>(
      () -> new MessageWriter(ClientMessage.class));
  private final Lazily<MessageWriter> serverWriter = new Lazily<>(
      () -> new MessageWriter(ServerMessage.class));

  /**
   * The one that everybody may use: making it, and letting it meet each type of message for the first time, costs some
   * 15 ms, which a program pays once and a simulation of a thousand servers would pay a thousand times.
   */
  public static MessageCodec shared() {
    return SHARED;
  }

  /**
   * What a client sent.
   *
   * @param body one frame's or text message's bytes, all read but not released
   * @throws MalformedException with the error that answers it
   */
  public ClientMessage readClient(ByteBuf body) throws MalformedException {
    int length = body.readableBytes();
    if (length > ActReader.MAX_BYTES) {
      return clientReader.get().read(Body.of(body));
    }
    byte[] bytes = ByteBufUtil.getBytes(body);
    body.skipBytes(length);
    ClientMessage act = ActReader.read(bytes);
    return act != null ? act : clientReader.get().read(new Body(bytes, 0, length));
  }

  /**
   * What a server sent, or null where this version does not know its type: that is to be ignored.
   *
   * @param body one frame's or text message's bytes, all read but not released
   * @throws MalformedException where it is no message at all
   */
  public @Nullable ServerMessage readServer(ByteBuf body) throws MalformedException {
    Body read = Body.of(body);
    ServerMessage patch = PatchReader.read(read.bytes(), read.from(), read.to());
    if (patch != null) {
      return patch;
    }
    try {
      return serverReader.get().read(read);
    } catch (MalformedException e) {
      if (e.malformed().code() == ErrorCode.UNKNOWN_TYPE) {
        return null;
      }
      throw e;
    }
  }

  /** The body of a frame: compact UTF-8 JSON. */
  public byte[] write(ClientMessage message) {
    return message instanceof ClientMessage.Act act ? ActWriter.write(act)
        : clientWriter.get().write(message);
  }

  /** The body of a frame: compact UTF-8 JSON. */
  public byte[] write(ServerMessage message) {
    return serverWriter.get().write(message);
  }

  /** The message as it is sent, to however many. */
  public Encoded encode(ServerMessage message) {
    return message instanceof ServerMessage.Patch patch
        ? Encoded.framed(PatchWriter.write(patch, Encoded.HEADER_BYTES))
        : new Encoded(write(message));
  }
}
