package org.mentoringroadmap.document;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mentoringroadmap.programme.Editions;
import org.mentoringroadmap.roadmap.RoadmapItems;
import org.mentoringroadmap.roadmap.Roadmaps;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.DataClass;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.EnteredText;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.Guarded;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.PageAccess;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Kinds of document that administrators add to those of the product; models name them from then on. */
@Service
@Transactional
public class OwnKinds implements PageAccess {
    /** Who keeps the kinds and their templates. */
    public static final Role[] KEEPERS = {Role.ADMINISTRATOR, Role.MODEL_ADMINISTRATOR};

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int MAX_ID = 40;
    private static final int MAX_TITLE = 200;
    private static final int MAX_ACCEPTED_BY = 300;
    private static final int MAX_AGREED_WITH = 1000;
    private static final int MAX_PLACES = 5;

    private final OwnKindRepository own;
    private final KindStampsRepository stamps;
    private final DocumentRepository documents;
    private final ApplicationEventPublisher events;
    private final CurrentUser user;
    private final Clock clock;
    private final Editions editions;
    private final DocumentTexts texts;
    private final DocumentKinds kinds;
    private final AuditTrail trail;

    OwnKinds(
            OwnKindRepository own,
            KindStampsRepository stamps,
            DocumentRepository documents,
            ApplicationEventPublisher events,
            CurrentUser user,
            Clock clock,
            Editions editions,
            DocumentTexts texts,
            DocumentKinds kinds,
            AuditTrail trail) {
        this.own = own;
        this.stamps = stamps;
        this.documents = documents;
        this.events = events;
        this.user = user;
        this.clock = clock;
        this.editions = editions;
        this.texts = texts;
        this.kinds = kinds;
        this.trail = trail;
    }

    @Override
    public Map<String, BooleanSupplier> pages() {
        return Map.of("/admin/document-kinds", () -> user.has(KEEPERS[0]) || user.has(KEEPERS[1]));
    }

    /** @throws ForbiddenException {@code role.required} for who does not keep the kinds */
    @Guarded
    public void requireKeeper() {
        user.require(KEEPERS);
    }

    /**
     * A kind that was added.
     *
     * @throws NotFoundException {@code document.kind.unknown}
     */
    @Transactional(readOnly = true)
    public OwnKind get(String id) {
        requireKeeper();
        return own.findById(id).orElseThrow(() -> new NotFoundException("document.kind.unknown"));
    }

    /**
     * Adds a kind.
     *
     * @throws ForbiddenException {@code role.required}
     * @throws UserInputException {@code document.kind.id}, {@code document.kind.title}, {@code document.kind.general}, {@code
     *     document.kind.register}, {@code document.kind.stamp-long}; {@code document.kind.below} for a class of data that is
     *     more open than that of the general kind
     * @throws ConflictException {@code document.kind.taken}
     */
    public void add(String id, OwnKindInput input) {
        requireKeeper();
        String key = id == null ? "" : id.strip();
        if (!ID.matcher(key).matches() || key.length() > MAX_ID) {
            throw new UserInputException("document.kind.id", String.valueOf(MAX_ID));
        }
        if (DocumentKinds.shipped(key).isPresent() || DocumentTemplates.ALL.contains(key) || own.existsById(key)) {
            throw new ConflictException("document.kind.taken", key);
        }
        OwnKind kind = new OwnKind(key, user.login(), LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS));
        set(kind, key, input);
        own.save(kind);
        trail.record(act(AuditAct.KIND_ADDED, kind));
    }

    /**
     * Changes a kind. Documents that were made stay what they are, but who may read them follows the kind: so its class of data
     * is never opened while there are any, since somebody has written into them for fewer eyes.
     *
     * @throws ForbiddenException {@code role.required}
     * @throws NotFoundException {@code document.kind.unknown}
     * @throws UserInputException as {@link #add}; {@code document.kind.opened}
     */
    public void change(String id, OwnKindInput input) {
        requireKeeper();
        kinds.lock(id);
        OwnKind kind = get(id);
        DataClass before = kind.kind().data();
        if (input.data().compareTo(before) < 0 && documents.existsByKindId(id)) {
            throw new UserInputException("document.kind.opened", texts.text("document.class." + before));
        }
        set(kind, id, input);
        trail.record(act(AuditAct.KIND_CHANGED, kind).fact("class-before", before == input.data() ? null : before));
        documents.closeTo(id, input.data(), DataClass.below(input.data()));
    }

    /**
     * Says what stands above documents of a kind that comes with the product; drafts that are made from now on have it.
     *
     * @throws ForbiddenException {@code role.required}
     * @throws NotFoundException {@code document.kind.unknown} for a kind without stamps
     * @throws UserInputException {@code document.kind.stamp-long}
     */
    public void stamp(String id, String acceptedBy, String agreedWith, boolean byOrder) {
        requireKeeper();
        if (!DocumentKinds.isStamped(id)) {
            throw new NotFoundException("document.kind.unknown");
        }
        DocumentStamps said = stamps(acceptedBy, agreedWith, byOrder);
        KindStamps kept = stamps.findById(id).orElseGet(() -> new KindStamps(id));
        kept.set(said, user.login(), LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS));
        stamps.save(kept);
        trail.record(AuditEvent.of(AuditAct.KIND_CHANGED, id));
    }

    /**
     * Takes a kind away that nobody has used and no model names, neither the newest nor those of a programme that runs.
     *
     * @throws ForbiddenException {@code role.required}
     * @throws NotFoundException {@code document.kind.unknown}
     * @throws ConflictException {@code document.kind.used}; {@code document.kind.named}, which says where
     */
    public void remove(String id) {
        requireKeeper();
        kinds.lock(id);
        OwnKind kind = get(id);
        if (documents.existsByKindId(id)) {
            throw new ConflictException("document.kind.used");
        }
        List<Roadmaps.HandedIn> named = DocumentActivityData.KINDS.stream()
                .flatMap(constant -> editions.handedIn(constant, id).stream())
                .toList();
        if (!named.isEmpty()) {
            throw new ConflictException("document.kind.named", places(named));
        }
        own.delete(kind);
        trail.record(act(AuditAct.KIND_REMOVED, kind));
    }

    private String places(List<Roadmaps.HandedIn> named) {
        String first = named.stream()
                .limit(MAX_PLACES)
                .map(place -> place.item() == null
                        ? texts.text("document.kind.place", place.model(), place.element())
                        : texts.text(
                                "document.kind.row",
                                place.model(),
                                place.element(),
                                RoadmapItems.printed(place.item())))
                .collect(Collectors.joining("; "));
        return named.size() > MAX_PLACES
                ? texts.text("document.kind.places-more", first, String.valueOf(named.size() - MAX_PLACES))
                : first;
    }

    private static AuditEvent act(AuditAct act, OwnKind kind) {
        return AuditEvent.of(act, kind.getId()).fact("class", kind.kind().data());
    }

    private void set(OwnKind kind, String id, OwnKindInput input) {
        String title = EnteredText.clean(input.title());
        if (title == null || title.length() > MAX_TITLE) {
            throw new UserInputException("document.kind.title", String.valueOf(MAX_TITLE));
        }
        GeneralKind general =
                GeneralKind.of(input.general()).orElseThrow(() -> new UserInputException("document.kind.general"));
        if (input.data().compareTo(general.floor()) < 0) {
            throw new UserInputException(
                    "document.kind.below",
                    texts.text("document.type." + general.id()),
                    texts.text("document.class." + general.floor()));
        }
        DocumentStamps stamps = stamps(input.acceptedBy(), input.agreedWith(), input.byOrder());
        String register = register(id, input);
        kind.set(title, general, new DocumentKind(id, input.data(), register, input.way(), input.madeKnown()), stamps);
        if (register != null && register.startsWith(Journal.OWN)) {
            events.publishEvent(new JournalAdded(register));
        }
    }

    private static DocumentStamps stamps(String accepted, String agreed, boolean byOrder) {
        String acceptedBy = EnteredText.clean(accepted);
        List<String> agreedWith = agreed == null
                ? List.of()
                : agreed.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
        if (acceptedBy != null && acceptedBy.length() > MAX_ACCEPTED_BY
                || String.join("\n", agreedWith).length() > MAX_AGREED_WITH) {
            throw new UserInputException(
                    "document.kind.stamp-long", String.valueOf(MAX_ACCEPTED_BY), String.valueOf(MAX_AGREED_WITH));
        }
        return new DocumentStamps(acceptedBy, agreedWith, byOrder);
    }

    private static String register(String id, OwnKindInput input) {
        if (input.way() == DocumentKind.Way.FORM) {
            return null;
        }
        if (OwnKindInput.OWN_JOURNAL.equals(input.register())) {
            return Journal.OWN + id;
        }
        return Journal.of(input.register())
                .map(Journal::name)
                .orElseThrow(() -> new UserInputException("document.kind.register"));
    }
}
