package org.mentoringroadmap.document.draft;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mentoringroadmap.activity.FormsChoice;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.document.DocumentFiles;
import org.mentoringroadmap.document.DocumentKinds;
import org.mentoringroadmap.document.DocumentRepository;
import org.mentoringroadmap.document.DocumentRequest;
import org.mentoringroadmap.document.DocumentText;
import org.mentoringroadmap.document.DocumentType;
import org.mentoringroadmap.document.DocumentVersion;
import org.mentoringroadmap.document.content.CommonContent;
import org.mentoringroadmap.document.content.DocumentCode;
import org.mentoringroadmap.document.content.DocumentContent;
import org.mentoringroadmap.document.content.GeneralContent;
import org.mentoringroadmap.document.content.ProgrammeCardContent;
import org.mentoringroadmap.document.content.StampContent;
import org.mentoringroadmap.document.template.SchoolTemplates;
import org.mentoringroadmap.document.word.PaperView;
import org.mentoringroadmap.programme.ActivityKeys;
import org.mentoringroadmap.programme.MentoringForm;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.programmebank.ProgrammeBank;
import org.mentoringroadmap.programmebank.ProgrammeCard;
import org.mentoringroadmap.shared.Unguarded;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes drafts from templates. Works for whoever asks, since processes ask. */
@Unguarded
@Service
@Transactional
public class Drafts {
    private static final int MAX_TITLE_LENGTH = 500;

    private final DocumentRepository documents;
    private final DocumentFiles files;
    private final SchoolTemplates templates;
    private final Programmes programmes;
    private final ActivityKeys keys;
    private final CommonContent common;
    private final FormsChoice forms;
    private final ProgrammeBank bank;
    private final Map<DocumentType, DocumentContent> contents = new EnumMap<>(DocumentType.class);
    private final GeneralContent general;
    private final StampContent stamps;
    private final DocumentKinds kinds;
    private final Clock clock;

    Drafts(
            DocumentRepository documents,
            DocumentFiles files,
            SchoolTemplates templates,
            Programmes programmes,
            ActivityKeys keys,
            CommonContent common,
            FormsChoice forms,
            ProgrammeBank bank,
            List<DocumentContent> contents,
            GeneralContent general,
            StampContent stamps,
            DocumentKinds kinds,
            Clock clock) {
        this.documents = documents;
        this.files = files;
        this.templates = templates;
        this.programmes = programmes;
        this.keys = keys;
        this.common = common;
        this.forms = forms;
        this.bank = bank;
        contents.forEach(content -> content.types().forEach(type -> put(type, content)));
        requireEveryType();
        this.general = general;
        this.stamps = stamps;
        this.kinds = kinds;
        this.clock = clock;
    }

    private void put(DocumentType type, DocumentContent content) {
        DocumentContent other = contents.put(type, content);
        if (other != null) {
            throw new IllegalStateException("Two say what stands in " + type + ": " + other + " and " + content);
        }
    }

    /** A kind that nobody fills must not wait for the day on which somebody chooses it. */
    private void requireEveryType() {
        Set<DocumentType> empty = EnumSet.allOf(DocumentType.class);
        empty.removeAll(contents.keySet());
        if (!empty.isEmpty()) {
            throw new IllegalStateException("Nobody says what stands in " + empty);
        }
    }

    /**
     * Makes the draft that a process asks for; asked again for the same cause it answers the document that exists, so a
     * repeated job does no harm. What is not known yet prints a blank.
     *
     * @return key of the document
     */
    public Long generate(DocumentRequest request) {
        return documents.findByOrigin(request.origin()).map(Document::id).orElseGet(() -> make(request));
    }

    /**
     * Makes the programme cards of the chosen forms of mentoring: those that the bank of programmes has, and a blank one
     * for a form that has none there.
     */
    public List<Long> prepareCards(Long programmeId) {
        List<ProgrammeCard> offered = bank.offered(programmes.get(programmeId).schoolId());
        return forms.of(programmeId).stream()
                .flatMap(form -> details(form, offered))
                .map(detail -> generate(card(programmeId, detail)))
                .toList();
    }

    private static Stream<String> details(MentoringForm form, List<ProgrammeCard> offered) {
        List<String> known = offered.stream()
                .filter(card -> card.form() == form)
                .map(card -> ProgrammeCardContent.CARD + card.id())
                .toList();
        return known.isEmpty() ? Stream.of(form.id()) : known.stream();
    }

    /**
     * Makes the document of one card of the bank; asked again it answers the one that exists.
     *
     * @return key of the document
     */
    public Long prepareCard(Long programmeId, Long cardId) {
        return generate(card(programmeId, ProgrammeCardContent.CARD + cardId));
    }

    private static DocumentRequest card(Long programmeId, String detail) {
        return new DocumentRequest(DocumentType.PROGRAMME_CARD, programmeId, null, null, null, detail);
    }

    private Long make(DocumentRequest request) {
        DocumentContent content = content(request);
        Programme programme = programmes.get(request.programmeId());
        Map<String, Object> data = data(request);
        Document document = documents.saveAndFlush(new Document(
                request,
                keys.key(request.programmeId(), request.roadmapItem()),
                programme.schoolId(),
                shortened(content.title(request)),
                LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS)));
        putOrder(data, document);
        write(document, data);
        return document.id();
    }

    /** Makes the file of a draft anew, from what is known now; the earlier versions stay. */
    void renew(Document document) {
        write(document, data(document, request(document, document.text())));
    }

    /** Makes the file of a draft anew where it would say something else than the newest version does. */
    void renewWhereOther(Document document) {
        byte[] known = files.content(files.newest(document)).content();
        byte[] now = render(document, data(document, request(document, document.text())));
        if (PaperView.of(now, Optional.of(known), true).map(PaperView::changes).orElse(1) > 0) {
            add(document, now);
        }
    }

    /**
     * Its author says anew what a document of a general kind says: a new version of the file, the earlier ones stay.
     *
     * @param approved keys of documents that it is to approve
     */
    void rewrite(Document document, DocumentText text, Set<Long> approved) {
        DocumentRequest request = request(document, text);
        document.rewrite(text, shortened(general.title(request)), approved);
        write(document, data(document, request));
    }

    /** What it was about stays its heading where nobody writes another. */
    private DocumentRequest request(Document document, DocumentText text) {
        return new DocumentRequest(
                document.kind(),
                document.programmeId(),
                document.activityKey()
                        .map(key -> keys.knownItem(document.programmeId(), key))
                        .orElse(null),
                document.title(),
                document.instanceId().orElse(null),
                document.detail().orElse(null),
                document.responsible(),
                text);
    }

    private void putOrder(Map<String, Object> data, Document document) {
        if (data.containsKey("stamps")) {
            stamps.putOrder(data, document);
        }
    }

    private DocumentContent content(DocumentRequest request) {
        return request.type() == null ? general : contents.get(request.type());
    }

    private Map<String, Object> data(DocumentRequest request) {
        Map<String, Object> data = common.of(programmes.get(request.programmeId()), request.responsible());
        content(request).fill(data, request);
        return data;
    }

    private Map<String, Object> data(Document document, DocumentRequest request) {
        Map<String, Object> data = common.of(programmes.get(request.programmeId()), request.responsible());
        if (request.type() == null) {
            general.fill(data, request, document.approvedDocuments());
        } else {
            content(request).fill(data, request);
        }
        putOrder(data, document);
        return data;
    }

    private void write(Document document, Map<String, Object> data) {
        add(document, render(document, data));
    }

    private byte[] render(Document document, Map<String, Object> data) {
        data.put("code", DocumentCode.picture(document));
        return templates.render(
                document.schoolId(), kinds.template(document.kind().id()), data);
    }

    private void add(Document document, byte[] docx) {
        files.add(document, DocumentVersion.Kind.GENERATED, docx, files.draftName(document));
    }

    private static String shortened(String title) {
        return title.length() <= MAX_TITLE_LENGTH ? title : title.substring(0, MAX_TITLE_LENGTH - 1) + "…";
    }
}
