package org.mentoringroadmap.storage;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.mentoringroadmap.shared.EnteredText;
import org.mentoringroadmap.shared.NotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * All files of the installation, kept in the database so that one backup holds everything and every node sees them. A
 * stored file never changes. Whoever hands one out checks first that the acting account may see it.
 */
@Service
@Transactional
public class StoredFiles {
    private final JdbcClient jdbc;

    StoredFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a file and tells its key; its name as {@link EnteredText} leaves it, since some systems write «й» in two. */
    public UUID save(String schoolId, String name, String contentType, byte[] content) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into stored_file (id, school_id, name, content_type, sha256, size_bytes, content)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(id, schoolId, EnteredText.plain(name), contentType, sha256(content), content.length, content)
                .update();
        return id;
    }

    /**
     * A file with its content.
     *
     * @throws NotFoundException {@code file.unknown}
     */
    @Transactional(readOnly = true)
    public StoredFile get(UUID id) {
        return jdbc.sql("select id, school_id, name, content_type, sha256, content from stored_file where id = ?")
                .param(id)
                .query((row, number) -> new StoredFile(
                        row.getObject("id", UUID.class),
                        row.getString("school_id"),
                        row.getString("name"),
                        row.getString("content_type"),
                        row.getString("sha256"),
                        row.getBytes("content")))
                .optional()
                .orElseThrow(() -> new NotFoundException("file.unknown"));
    }

    /** Removes a file that nothing refers to any more. */
    public void delete(UUID id) {
        jdbc.sql("delete from stored_file where id = ?").param(id).update();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JVM", e);
        }
    }
}
