package dev.cancha.common.message;

/** The fixed numbers of protocol version 1. */
public final class Protocol {
  public static final int VERSION = 1;
  /** The port a server listens on unless told otherwise. */
  public static final int DEFAULT_PORT = 7777;
  /** The largest body of a client's message before {@code welcome}. */
  public static final int MAX_HELLO_BYTES = 4_096;
  /** The largest body of a client's message after {@code welcome}. */
  public static final int MAX_CLIENT_BYTES = 65_536;
  /** The largest body of a server's message. */
  public static final int MAX_SERVER_BYTES = 8 * 1024 * 1024;
  /** The deepest nesting of a client's message, which counts 1 itself. */
  public static final int MAX_CLIENT_DEPTH = 32;
  /** The deepest nesting of a server's message. */
  public static final int MAX_SERVER_DEPTH = 64;
  /** The largest integer: all are below 2^53, so that every JSON library reads them exactly. */
  public static final long MAX_INTEGER = (1L << 53) - 1;
  public static final int MAX_NAME_CHARACTERS = 24;
  public static final int MAX_CHAT_CHARACTERS = 300;
  public static final int MAX_PASSWORD_CHARACTERS = 64;
  /** How much of what a client sent an error may repeat. */
  public static final int MAX_ECHO_CHARACTERS = 100;
  /** The largest {@code t} of a ping or pong. */
  public static final int MAX_ECHO_BYTES = 64;
  /** The characters of a room's code: no 0, 1, I, L, O or U, which are easily misread or misheard. */
  public static final String CODE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
  public static final int PUBLIC_CODE_LENGTH = 4;
  public static final int PRIVATE_CODE_LENGTH = 8;

  private Protocol() {}
}
