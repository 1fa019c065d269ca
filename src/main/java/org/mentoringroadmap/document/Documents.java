package org.mentoringroadmap.document;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.DataClass;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.Unguarded;
import org.mentoringroadmap.storage.StoredFile;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The documents as people see them: those of their own school that they may read, see {@link
 * org.mentoringroadmap.school.ReadingRule}. What somebody may not read is not there for them, neither in a list nor in a
 * number.
 */
@Service
@Transactional(readOnly = true)
public class Documents {
    private static final int PAGE_SIZE = 25;
    private static final int MAX_LIST_LENGTH = 200;

    private final DocumentRepository documents;
    private final DocumentVersionRepository versions;
    private final DocumentFiles files;
    private final Programmes programmes;
    private final CurrentUser user;
    private final DocumentReading reading;
    private final DocumentKinds kinds;

    Documents(
            DocumentRepository documents,
            DocumentVersionRepository versions,
            DocumentFiles files,
            Programmes programmes,
            CurrentUser user,
            DocumentReading reading,
            DocumentKinds kinds) {
        this.documents = documents;
        this.versions = versions;
        this.files = files;
        this.programmes = programmes;
        this.user = user;
        this.reading = reading;
        this.kinds = kinds;
    }

    /**
     * A document that the acting account may read.
     *
     * @throws NotFoundException {@code document.unknown}
     */
    public Document visible(Long id) {
        return documents
                .readable(id, user.schoolIds(), reading.rights())
                .orElseThrow(() -> new NotFoundException("document.unknown"));
    }

    /**
     * A document, whoever asks; for the application itself.
     *
     * @throws NotFoundException {@code document.unknown}
     */
    @Unguarded
    public Document get(Long id) {
        return documents.findById(id).orElseThrow(() -> new NotFoundException("document.unknown"));
    }

    /**
     * The documents of a programme that the acting account may read, in the order in which they were made.
     *
     * @throws NotFoundException {@code programme.unknown}
     */
    public List<Document> ofProgramme(Long programmeId) {
        return documents.readableOfProgramme(programmes.visible(programmeId).id(), reading.rights());
    }

    /**
     * Keys of the activities with a document that was not cancelled, whoever may read it.
     *
     * @throws NotFoundException {@code programme.unknown}
     */
    public Set<String> activities(Long programmeId) {
        return documents.activities(programmes.visible(programmeId).id());
    }

    /**
     * Keys of the activities with a registered document, whoever may read it.
     *
     * @throws NotFoundException {@code programme.unknown}
     */
    public Set<String> itemsWithRegistered(Long programmeId) {
        return documents.itemsWithRegistered(programmes.visible(programmeId).id());
    }

    /** Kinds of which the acting account reads documents that are in force, whoever answers for them. */
    public List<DocumentKind> readableKinds() {
        Set<DataClass> readable = reading.rights().inForce();
        return kinds.all().stream()
                .filter(kind -> readable.contains(kind.data()))
                .toList();
    }

    /**
     * What is looked for.
     *
     * @param text part of title or number; blank for all
     * @param kind id of a kind; null for all
     * @param status null for all
     * @param programmes those of which; null for all
     */
    public record Wanted(String text, String kind, DocumentStatus status, Set<Long> programmes) {}

    /** Searches the documents that the acting account may read, the newest first; {@code page} counts from 0. */
    public Page<Document> search(String text, String kind, DocumentStatus status, int page) {
        return search(new Wanted(text, kind, status, null), Set.of(), page);
    }

    /**
     * The same, with the documents of these process instances before the others.
     *
     * @param page counts from 0
     */
    public Page<Document> search(Wanted wanted, Collection<String> first, int page) {
        Set<Long> seen = programmes.visible().stream().map(Programme::id).collect(Collectors.toSet());
        if (wanted.programmes() != null) {
            seen.retainAll(wanted.programmes());
        }
        return documents.search(
                user.schoolIds(),
                wanted.status() == null ? Arrays.asList(DocumentStatus.values()) : Set.of(wanted.status()),
                wanted.kind() == null ? "%" : wanted.kind(),
                pattern(wanted.text()),
                seen,
                first,
                reading.rights(),
                PageRequest.of(Math.max(0, page), PAGE_SIZE));
    }

    /** Ids of the roles that answer for documents that were read already, by the document's id; in the order of the ids. */
    public Map<Long, SortedSet<String>> responsible(Collection<Document> read) {
        Map<Long, SortedSet<String>> roles = new HashMap<>();
        if (!read.isEmpty()) {
            documents
                    .responsible(read.stream().map(Document::id).toList())
                    .forEach(line -> roles.computeIfAbsent((Long) line[0], id -> new TreeSet<>())
                            .add(((Role) line[1]).id()));
        }
        return roles;
    }

    /** Documents that wait for a check, a decision or a number; for «Подписано на бумаге». At most 200. */
    public List<Document> waiting() {
        return documents.waiting(user.schoolIds(), PageRequest.of(0, MAX_LIST_LENGTH));
    }

    /** Documents that wait for the director, the oldest first; empty for everybody else. At most 200. */
    public List<Document> inbox() {
        return user.has(Role.DIRECTOR)
                ? documents.inStatus(user.schoolIds(), DocumentStatus.REVIEW, PageRequest.of(0, MAX_LIST_LENGTH))
                : List.of();
    }

    /** The last version of each document that {@link #inbox} lists, by the document's id. */
    public Map<Long, DocumentVersion> lastOfInbox() {
        List<Long> ids = inbox().stream().map(Document::id).toList();
        return ids.isEmpty()
                ? Map.of()
                : versions.last(ids).stream()
                        .collect(Collectors.toMap(DocumentVersion::documentId, Function.identity()));
    }

    /** Process instances of the documents that {@link #inbox} lists; empty text for one that no process waits for. */
    public List<String> instancesOfInbox() {
        return user.has(Role.DIRECTOR)
                ? documents.instancesInStatus(
                        user.schoolIds(), DocumentStatus.REVIEW, PageRequest.of(0, MAX_LIST_LENGTH))
                : List.of();
    }

    /**
     * The versions of a document, the newest first: all for who works on it, else those that are in force.
     *
     * @throws NotFoundException {@code document.unknown}
     */
    public List<DocumentVersion> versions(Long id) {
        Document document = visible(id);
        List<DocumentVersion> all = versions.findByDocumentIdOrderByNoDesc(id);
        return isWorkedOn(document) ? all : inForce(document, all);
    }

    /** Whether the acting account is among those who work on a document: its drafts, remarks and decisions are theirs. */
    public boolean isWorkedOn(Document document) {
        return documents.countWorkedOn(document.id(), reading.rights()) > 0;
    }

    /** Of a form the newest file is in force; of anything else what carries the number, and the scan of it. */
    private static List<DocumentVersion> inForce(Document document, List<DocumentVersion> all) {
        return document.kind().isPrintable()
                ? all.stream().limit(1).toList()
                : all.stream()
                        .filter(version -> version.kind() == DocumentVersion.Kind.FINAL
                                || version.kind() == DocumentVersion.Kind.SCAN)
                        .toList();
    }

    /**
     * The newest Word file of a document.
     *
     * @throws NotFoundException {@code document.unknown}
     */
    public StoredFile file(Long id) {
        return versions(id).stream()
                .filter(version -> version.kind() != DocumentVersion.Kind.SCAN)
                .findFirst()
                .map(files::content)
                .orElseThrow(() -> new IllegalStateException("Document without a file: " + id));
    }

    /**
     * The file of one version.
     *
     * @throws NotFoundException {@code document.unknown} or {@code document.version}
     */
    public StoredFile file(Long id, int no) {
        return versions(id).stream()
                .filter(version -> version.no() == no)
                .findFirst()
                .map(files::content)
                .orElseThrow(() -> new NotFoundException("document.version"));
    }

    private static String pattern(String text) {
        String plain = text == null ? "" : text.strip().toLowerCase(Locale.forLanguageTag("ru"));
        return "%" + plain.replaceAll("([!%_])", "!$1") + "%";
    }
}
