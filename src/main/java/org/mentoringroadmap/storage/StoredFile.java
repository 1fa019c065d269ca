package org.mentoringroadmap.storage;

import java.util.UUID;

/**
 * A file that people brought or the application made.
 *
 * @param id key
 * @param schoolId school that owns it
 * @param name name with which it is downloaded
 * @param contentType media type
 * @param sha256 hash of the content in hexadecimal digits
 * @param content the bytes
 */
public record StoredFile(UUID id, String schoolId, String name, String contentType, String sha256, byte[] content) {}
