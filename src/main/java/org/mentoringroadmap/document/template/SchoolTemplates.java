package org.mentoringroadmap.document.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mentoringroadmap.document.DocumentKinds;
import org.mentoringroadmap.document.word.DocumentRenderer;
import org.mentoringroadmap.shared.Unguarded;
import org.mentoringroadmap.storage.StoredFiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which file a school uses as a template: the one that it has uploaded last, else what comes with the product. An added kind
 * of document without a file of its own uses that of the general kind on which it is based.
 */
@Unguarded
@Service
@Transactional
public class SchoolTemplates {
    private final JdbcClient jdbc;
    private final StoredFiles files;
    private final DocumentKinds kinds;
    private final DocumentRenderer renderer;

    SchoolTemplates(JdbcClient jdbc, StoredFiles files, DocumentKinds kinds, DocumentRenderer renderer) {
        this.jdbc = jdbc;
        this.files = files;
        this.kinds = kinds;
        this.renderer = renderer;
    }

    /** Renders a document from the school's template; see {@link DocumentRenderer#render(String, Map)}. */
    public byte[] render(String schoolId, String template, Map<String, Object> data) {
        String shipped = kinds.basis(template);
        Optional<UUID> own = own(schoolId, template).or(() -> own(schoolId, shipped));
        return own.isPresent()
                ? renderer.render(template, files.get(own.get()).content(), data)
                : renderer.render(shipped, data);
    }

    /** The file that the school uses as the template. */
    byte[] inForce(String schoolId, String template) {
        String shipped = kinds.basis(template);
        return own(schoolId, template)
                .or(() -> own(schoolId, shipped))
                .map(file -> files.get(file).content())
                .orElseGet(() -> shipped(shipped));
    }

    /** What comes with the product. */
    static byte[] shipped(String template) {
        try (InputStream file = SchoolTemplates.class.getResourceAsStream("/documents/" + template + ".docx")) {
            if (file == null) {
                throw new IllegalArgumentException("There is no template " + template);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<UUID> own(String schoolId, String template) {
        return versions(schoolId, template).stream().findFirst().map(TemplateVersion::fileId);
    }

    /** All versions of a template, the newest first. */
    List<TemplateVersion> versions(String schoolId, String template) {
        return jdbc.sql("select no, file_id, created_by, created_at from document_template"
                        + " where school_id = ? and template = ? order by no desc")
                .params(schoolId, template)
                .query((row, number) -> new TemplateVersion(
                        row.getInt("no"),
                        row.getObject("file_id", UUID.class),
                        row.getString("created_by"),
                        row.getTimestamp("created_at").toLocalDateTime()))
                .list();
    }

    /** Names of the templates in whose place the school uses a file of its own. */
    List<String> changed(String schoolId) {
        return jdbc.sql("select t.template from document_template t where t.school_id = ? and t.file_id is not null"
                        + " and t.no = (select max(n.no) from document_template n"
                        + " where n.school_id = t.school_id and n.template = t.template)")
                .param(schoolId)
                .query(String.class)
                .list();
    }
}
