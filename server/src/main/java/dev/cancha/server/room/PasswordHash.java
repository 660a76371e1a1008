package dev.cancha.server.room;

/**
 * A room's password as it is kept: PBKDF2 with HMAC-SHA-256 (RFC 8018).
 *
 * @param salt 16 random bytes, base64
 * @param hash 32 bytes, base64
 * @param iterations how often it was hashed
 */
public record PasswordHash(String salt, String hash, int iterations) {}
