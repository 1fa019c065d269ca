package org.mentoringroadmap.document.template;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.document.DocumentFiles;
import org.mentoringroadmap.document.DocumentKinds;
import org.mentoringroadmap.document.DocumentTemplates;
import org.mentoringroadmap.document.DocumentTexts;
import org.mentoringroadmap.document.DocumentType;
import org.mentoringroadmap.document.GeneralKind;
import org.mentoringroadmap.document.OwnKind;
import org.mentoringroadmap.document.OwnKinds;
import org.mentoringroadmap.document.content.CommonContent;
import org.mentoringroadmap.document.word.DocumentRenderer;
import org.mentoringroadmap.document.word.TemplateFile;
import org.mentoringroadmap.document.word.TemplateTags;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.PageAccess;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.storage.StoredFile;
import org.mentoringroadmap.storage.StoredFiles;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The Word templates of a school: taken, edited outside, checked, tried and put in force by its administrators. */
@Service
@Transactional
public class Templates implements PageAccess {
    /**
     * A template in the list.
     *
     * @param name its name
     * @param title what is made from it
     * @param own whether the school uses a file of its own
     */
    public record Line(String name, String title, boolean own) {}

    /**
     * One template.
     *
     * @param missing tags that the product's template has and the one in force lacks
     */
    public record Shown(Line line, List<TemplateVersion> versions, List<Tag> tags, List<String> missing) {}

    /** A tag as it is written in its place, and what it stands for. */
    public record Tag(String tag, String meaning) {}

    private final SchoolTemplates templates;
    private final TemplateSamples samples;
    private final DocumentRenderer renderer;
    private final DocumentKinds kinds;
    private final OwnKinds own;
    private final CommonContent common;
    private final StoredFiles files;
    private final DocumentTexts texts;
    private final JdbcClient jdbc;
    private final CurrentUser user;
    private final Clock clock;
    private final AuditTrail trail;

    Templates(
            SchoolTemplates templates,
            TemplateSamples samples,
            DocumentRenderer renderer,
            DocumentKinds kinds,
            OwnKinds own,
            CommonContent common,
            StoredFiles files,
            DocumentTexts texts,
            JdbcClient jdbc,
            CurrentUser user,
            Clock clock,
            AuditTrail trail) {
        this.templates = templates;
        this.samples = samples;
        this.renderer = renderer;
        this.kinds = kinds;
        this.own = own;
        this.common = common;
        this.files = files;
        this.texts = texts;
        this.jdbc = jdbc;
        this.user = user;
        this.clock = clock;
        this.trail = trail;
    }

    @Override
    public Map<String, BooleanSupplier> pages() {
        return Map.of(
                "/admin/document-templates", () -> Stream.of(OwnKinds.KEEPERS).anyMatch(user::has));
    }

    /**
     * All templates of a school.
     *
     * @throws ForbiddenException {@code role.required}
     * @throws NotFoundException {@code school.unknown}
     */
    @Transactional(readOnly = true)
    public List<Line> all(String schoolId) {
        require(schoolId);
        List<String> changed = templates.changed(schoolId);
        return Stream.concat(
                        Stream.concat(
                                DocumentTemplates.ALL.stream().filter(name -> !name.startsWith("general-")),
                                Stream.of(GeneralKind.values()).map(GeneralKind::template)),
                        kinds.own().stream().map(OwnKind::getId))
                .map(name -> new Line(name, title(name), changed.contains(name)))
                .toList();
    }

    /**
     * One template of a school.
     *
     * @throws ForbiddenException {@code role.required}
     * @throws NotFoundException {@code school.unknown}, {@code document.template.unknown}
     */
    @Transactional(readOnly = true)
    public Shown one(String schoolId, String template) {
        require(schoolId, template);
        List<TemplateVersion> versions = templates.versions(schoolId, template);
        boolean isOwn = !versions.isEmpty() && versions.get(0).isOwn();
        return new Shown(
                new Line(template, title(template), isOwn),
                versions,
                samples.explained(template).stream()
                        .map(tag -> new Tag(tag.tag(), tag.meaning()))
                        .toList(),
                isOwn ? samples.missing(template, TemplateTags.of(templates.inForce(schoolId, template))) : List.of());
    }

    /** The file in force, to be edited; exceptions as {@link #one}. */
    @Transactional(readOnly = true)
    public StoredFile file(String schoolId, String template) {
        require(schoolId, template);
        return word(schoolId, template, "document.template.file", templates.inForce(schoolId, template));
    }

    /**
     * The file of a version; exceptions as {@link #one}.
     *
     * @throws NotFoundException {@code document.version}
     */
    @Transactional(readOnly = true)
    public StoredFile file(String schoolId, String template, int no) {
        require(schoolId, template);
        UUID file = templates.versions(schoolId, template).stream()
                .filter(version -> version.no() == no && version.isOwn())
                .map(TemplateVersion::fileId)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("document.version"));
        return word(
                schoolId, template, "document.template.file", files.get(file).content());
    }

    /** A document from the template in force, with sample data under the school's requisites; exceptions as {@link #one}. */
    @Transactional(readOnly = true)
    public StoredFile preview(String schoolId, String template) {
        require(schoolId, template);
        byte[] docx = tried(schoolId, template, templates.inForce(schoolId, template));
        return word(schoolId, template, "document.template.preview", docx);
    }

    /**
     * Puts a file in force; earlier ones stay. Documents that are made already do not change.
     *
     * @param name name of the uploaded file
     * @throws ForbiddenException {@code role.required}
     * @throws NotFoundException {@code school.unknown}, {@code document.template.unknown}
     * @throws UserInputException as {@link TemplateFile#check}; {@code document.template.misspelt}, {@code
     *     document.template.tags}, {@code document.template.number}, {@code document.template.tag} and {@code
     *     document.template.place}, each naming what is wrong
     */
    public void upload(String schoolId, String template, String name, byte[] content) {
        require(schoolId, template);
        TemplateFile.check(name, content);
        TemplateTags tags;
        try {
            tags = TemplateTags.of(content);
        } catch (IllegalArgumentException e) {
            throw new UserInputException("document.upload-docx");
        }
        if (!tags.faults().isEmpty()) {
            throw new UserInputException("document.template.misspelt", String.join(", ", tags.faults()));
        }
        List<String> unknown = samples.unknown(template, tags);
        if (!unknown.isEmpty()) {
            throw new UserInputException("document.template.tags", String.join(", ", unknown));
        }
        requirePlaces(template, tags);
        requireFilled(tried(schoolId, template, content));
        enter(schoolId, template, files.save(schoolId, template + ".docx", DocumentFiles.DOCX, content));
    }

    /** Goes back to what comes with the product; exceptions as {@link #one}. */
    public void restore(String schoolId, String template) {
        if (one(schoolId, template).line().own()) {
            enter(schoolId, template, null);
        }
    }

    /** A document without a place for its number and date could not be registered, and nobody would see it before. */
    private void requirePlaces(String template, TemplateTags tags) {
        Set<TemplateTags.Tag> shipped = samples.shipped(template);
        for (String part : List.of("date", "number")) {
            boolean asked = shipped.contains(text("document." + part));
            boolean given = tags.used().contains(text("document." + part))
                    || tags.used().contains(text("approval." + part));
            if (asked && !given) {
                throw new UserInputException("document.template.number", "{{document." + part + "}}");
            }
        }
    }

    /** A known tag may stand where nothing fills it, and would be printed in every document. */
    private static void requireFilled(byte[] docx) {
        TemplateTags left = TemplateTags.of(docx);
        if (!left.used().isEmpty() || !left.faults().isEmpty()) {
            throw new UserInputException(
                    "document.template.place",
                    Stream.concat(left.used().stream().map(TemplateSamples::written), left.faults().stream())
                            .sorted()
                            .collect(Collectors.joining(", ")));
        }
    }

    private static TemplateTags.Tag text(String path) {
        return new TemplateTags.Tag(TemplateTags.Kind.TEXT, path);
    }

    private byte[] tried(String schoolId, String template, byte[] docx) {
        Map<String, Object> known = common.ofSchool(schoolId);
        known.put("kind", CommonContent.values("title", title(template)));
        try {
            return renderer.render(template, docx, samples.data(template, known));
        } catch (DocumentRenderer.TemplateException e) {
            throw new UserInputException("document.template.tag", e.tag() == null ? "…" : e.tag());
        }
    }

    private void enter(String schoolId, String template, UUID file) {
        int no = templates.versions(schoolId, template).stream()
                        .mapToInt(TemplateVersion::no)
                        .max()
                        .orElse(0)
                + 1;
        try {
            jdbc.sql("insert into document_template (school_id, template, no, file_id, created_by, created_at)"
                            + " values (?, ?, ?, ?, ?, ?)")
                    .params(
                            schoolId,
                            template,
                            no,
                            file,
                            user.login(),
                            LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new ConflictException("document.meanwhile");
        }
        trail.record(AuditEvent.of(file == null ? AuditAct.TEMPLATE_RESTORED : AuditAct.TEMPLATE_UPLOADED, template)
                .in(schoolId)
                .fact("version", no));
    }

    private StoredFile word(String schoolId, String template, String nameKey, byte[] docx) {
        String name = texts.text(nameKey, title(template)).replaceAll("[\\\\/:*?\"<>|«»]", "") + ".docx";
        return new StoredFile(null, schoolId, name, DocumentFiles.DOCX, null, docx);
    }

    private String title(String template) {
        String own = texts.find("document.template.title." + template);
        return own != null
                ? own
                : Stream.concat(
                                Stream.of(DocumentType.values())
                                        .filter(type -> type.template().equals(template))
                                        .map(DocumentType::id),
                                Stream.of(GeneralKind.values())
                                        .filter(kind -> kind.template().equals(template))
                                        .map(GeneralKind::id))
                        .findFirst()
                        .map(kinds::title)
                        .orElseGet(() -> kinds.title(template));
    }

    private void require(String schoolId) {
        own.requireKeeper();
        if (!user.sees(schoolId)) {
            throw new NotFoundException("school.unknown");
        }
    }

    private void require(String schoolId, String template) {
        require(schoolId);
        if (!DocumentTemplates.ALL.contains(template)
                && kinds.own().stream().noneMatch(kind -> kind.getId().equals(template))) {
            throw new NotFoundException("document.template.unknown");
        }
    }
}
