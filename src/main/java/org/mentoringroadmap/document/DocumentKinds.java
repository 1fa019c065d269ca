package org.mentoringroadmap.document;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.school.DataClass;
import org.mentoringroadmap.shared.RowLocks;
import org.mentoringroadmap.shared.Unguarded;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All kinds of document: those with data of their own, the general ones and those that were added here. */
@Unguarded
@Service
@Transactional(readOnly = true)
public class DocumentKinds {
    private final OwnKindRepository own;
    private final KindStampsRepository stamps;
    private final DocumentTexts texts;
    private final RowLocks rows;

    DocumentKinds(OwnKindRepository own, KindStampsRepository stamps, DocumentTexts texts, RowLocks rows) {
        this.own = own;
        this.stamps = stamps;
        this.texts = texts;
        this.rows = rows;
    }

    /** Finds a kind by its id, the value of {@code documentType} in models. */
    public Optional<DocumentKind> find(String id) {
        return shipped(id).or(() -> own.findById(id).map(OwnKind::kind));
    }

    /**
     * The same, for a document that is about to be made: until it is stored nobody changes its kind or takes it away, or it
     * would be more open than its kind is by then.
     */
    @Transactional
    public Optional<DocumentKind> findToMake(String id) {
        return shipped(id)
                .or(() -> lock(id).flatMap(
                                data -> own.findById(id).map(kind -> kind.kind().closedTo(data))));
    }

    /** Holds a kind that was added until the transaction ends. */
    @Transactional
    Optional<DataClass> lock(String id) {
        return rows.select("select data_class from document_kind where id = ?")
                .param(id)
                .query(String.class)
                .optional()
                .map(DataClass::valueOf);
    }

    /** A kind that comes with the product. */
    static Optional<DocumentKind> shipped(String id) {
        return DocumentType.of(id)
                .map(DocumentType::kind)
                .or(() -> GeneralKind.of(id).map(GeneralKind::kind));
    }

    /** The kinds that were added here, by title. */
    public List<OwnKind> own() {
        return own.findAllByOrderByTitle();
    }

    /** All kinds: with data of their own, general, added. */
    public List<DocumentKind> all() {
        return Stream.of(
                        Arrays.stream(DocumentType.values()).map(DocumentType::kind),
                        Arrays.stream(GeneralKind.values()).map(GeneralKind::kind),
                        own().stream().map(OwnKind::kind))
                .flatMap(kinds -> kinds)
                .toList();
    }

    /**
     * Kinds that a row may ask of the block «Документ на утверждение», by id. Of the kinds with data of their own those that the
     * head approves: the others are made by blocks of their own, from data that this block has not. An order that amends another
     * is no row's, see {@link DocumentType#amends}.
     */
    public Set<String> carriedOutByApproval() {
        return Stream.of(
                        Arrays.stream(DocumentType.values())
                                .filter(type -> !type.amends())
                                .map(DocumentType::kind)
                                .filter(DocumentKind::isApproved),
                        Arrays.stream(GeneralKind.values()).map(GeneralKind::kind),
                        own().stream().map(OwnKind::kind))
                .flatMap(kinds -> kinds)
                .map(DocumentKind::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Title of a kind, «Приказ о назначении куратора»; the bare id of one that is no longer there. */
    public String title(String id) {
        return shipped(id).isPresent()
                ? texts.text("document.type." + id)
                : own.findById(id).map(OwnKind::title).orElse(id);
    }

    /** Title of a journal. */
    public String journalTitle(String register) {
        return Journal.of(register)
                .map(journal -> texts.text("document.register." + journal))
                .orElseGet(() -> title(register.substring(Journal.OWN.length())));
    }

    /** The general kind that fills a document of this kind; empty for one with data of its own. */
    public Optional<GeneralKind> general(String id) {
        return GeneralKind.of(id).or(() -> own.findById(id).map(OwnKind::general));
    }

    /** What stands above the text of a document of this kind: what administrators have said, else the usual. */
    public DocumentStamps stamps(String id) {
        return said(id).orElseGet(() -> usual(id));
    }

    /** What administrators have said about the stamps of a kind; empty where they have said nothing. */
    public Optional<DocumentStamps> said(String id) {
        return stamps.findById(id)
                .map(KindStamps::stamps)
                .or(() -> own.findById(id).map(OwnKind::stamps));
    }

    private DocumentStamps usual(String id) {
        boolean accepted = GeneralKind.of(id).filter(GeneralKind::isAccepted).isPresent()
                || id.equals(DocumentType.REGULATION.id())
                || id.equals(DocumentType.ROADMAP.id());
        boolean byOrder = GeneralKind.of(id).filter(GeneralKind::isByOrder).isPresent();
        return new DocumentStamps(accepted ? texts.text("document.stamp.council") : null, List.of(), byOrder);
    }

    /** Whether a kind that comes with the product has stamps above its text. */
    public static boolean isStamped(String id) {
        return GeneralKind.of(id).filter(GeneralKind::isStamped).isPresent()
                || DocumentType.of(id).filter(DocumentType::isStamped).isPresent();
    }

    /** Name of the Word template of a kind; an added kind has one of its own name, see {@link #basis}. */
    public String template(String id) {
        return DocumentType.of(id)
                .map(DocumentType::template)
                .or(() -> GeneralKind.of(id).map(GeneralKind::template))
                .orElse(id);
    }

    /** The template that comes with the product for this name: itself, or that of the general kind below an added one. */
    public String basis(String template) {
        return own.findById(template).map(kind -> kind.general().template()).orElse(template);
    }
}
