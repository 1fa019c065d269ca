package org.mentoringroadmap.document.content;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.activity.event.Event;
import org.mentoringroadmap.activity.event.Events;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.document.DocumentRepository;
import org.mentoringroadmap.document.DocumentRequest;
import org.mentoringroadmap.document.DocumentTexts;
import org.mentoringroadmap.document.DocumentType;
import org.mentoringroadmap.document.amendment.OrderedPairs;
import org.mentoringroadmap.document.amendment.PairChanges;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.StaffMember;
import org.springframework.stereotype.Component;

/** Orders of the running year: the pairs, the final event, the rewards. */
@Component
class YearOrderContent implements DocumentContent {
    /** Whom the order on teachers' pairs charges with something beside their mentors. */
    private static final Set<Role> CHARGED = Set.of(Role.DEPUTY, Role.CURATOR);

    /** Who has to know every pair of pupils. */
    private static final Set<Role> LEADING = Set.of(Role.DEPUTY, Role.CURATOR, Role.PSYCHOLOGIST, Role.SECRETARY);

    private final Programmes programmes;
    private final CommonContent common;
    private final ProgrammeRoadmap roadmap;
    private final MentorshipRows pairs;
    private final OrderedPairs ordered;
    private final Events events;
    private final EventValues about;
    private final DocumentRepository documents;
    private final DocumentTexts texts;

    YearOrderContent(
            Programmes programmes,
            CommonContent common,
            ProgrammeRoadmap roadmap,
            MentorshipRows pairs,
            OrderedPairs ordered,
            Events events,
            EventValues about,
            DocumentRepository documents,
            DocumentTexts texts) {
        this.programmes = programmes;
        this.common = common;
        this.roadmap = roadmap;
        this.pairs = pairs;
        this.ordered = ordered;
        this.events = events;
        this.about = about;
        this.documents = documents;
        this.texts = texts;
    }

    @Override
    public Set<DocumentType> types() {
        return Set.of(
                DocumentType.ORDER_PAIRS,
                DocumentType.ORDER_MENTORS,
                DocumentType.ORDER_PAIRS_AMENDMENT,
                DocumentType.ORDER_MENTORS_AMENDMENT,
                DocumentType.ORDER_FINAL_EVENT,
                DocumentType.ORDER_REWARD);
    }

    @Override
    public String title(DocumentRequest request) {
        return texts.text("document.title." + request.type().id());
    }

    @Override
    public void fill(Map<String, Object> data, DocumentRequest request) {
        Programme programme = programmes.get(request.programmeId());
        Map<String, Object> terms = roadmap.terms(programme);
        data.put("terms", terms);
        data.put("people", people(programme, request.type()));
        switch (request.type()) {
            case ORDER_PAIRS, ORDER_MENTORS -> fillPairs(data, programme);
            case ORDER_PAIRS_AMENDMENT, ORDER_MENTORS_AMENDMENT -> {
                fillPairs(data, programme);
                fillChanges(data, programme);
                data.put("mentors", request.type() == DocumentType.ORDER_MENTORS_AMENDMENT);
            }
            case ORDER_FINAL_EVENT -> {
                Optional<Event> planned = Optional.ofNullable(request.roadmapItem())
                        .flatMap(item -> events.planned(programme.id(), item));
                data.put("event", event(programme, planned));
                planned.ifPresent(
                        event -> terms.put("event", texts.text("document.until", texts.date(event.plannedFor()))));
            }
            case ORDER_REWARD -> data.put("jury", jury(programme.id()));
            default -> {}
        }
    }

    /** Day, place and programme as they were planned; the programme that such an event usually has where nobody wrote one. */
    private Map<String, Object> event(Programme programme, Optional<Event> planned) {
        Map<String, Object> values = about.of(programme, planned);
        String programmeOfEvent = planned.flatMap(Event::agenda)
                .filter(agenda -> !CommonContent.lines(agenda).isEmpty())
                .orElseGet(() -> texts.text("document.final-event.programme"));
        values.put("questions", EventValues.questions(programmeOfEvent));
        return values;
    }

    private void fillPairs(Map<String, Object> data, Programme programme) {
        data.put("pairs", pairs.of(programme));
        data.put("workers", !roadmap.isOfPupils(programme) && pairs.mayBeOfWorkers(programme.id()));
    }

    /** Blank where the school has no order on pairs in force. Pairs are named by their codes: people stand in the appendix. */
    private void fillChanges(Map<String, Object> data, Programme programme) {
        Optional<PairChanges> changes = ordered.since(programme.id());
        Optional<Document> order = changes.map(PairChanges::order);
        data.put(
                "amended",
                CommonContent.values(
                        "number", order.map(Document::number).orElse(null),
                        "date", order.map(Document::date).map(texts::date).orElse(null),
                        "title",
                                order.map(Document::title)
                                        .map(YearOrderContent::named)
                                        .orElse(null)));
        data.put("joined", changes.filter(change -> !change.added().isEmpty()).isPresent());
        data.put("changes", changes.map(this::lines).orElseGet(List::of));
    }

    private List<Map<String, Object>> lines(PairChanges changes) {
        return Stream.of(
                        lines(changes.added(), "added"),
                        lines(changes.changed(), "changed"),
                        lines(changes.ended(), "ended"))
                .flatMap(Function.identity())
                .toList();
    }

    private Stream<Map<String, Object>> lines(List<Mentorship> mentorships, String how) {
        return mentorships.stream()
                .map(one -> CommonContent.values(
                        "text", texts.text("document.amendment." + how + "." + one.kind(), one.code())));
    }

    /** What is in the quotation marks of a title, «Об утверждении …»; the whole where it has none. */
    private static String named(String title) {
        int from = title.indexOf('«');
        int to = title.lastIndexOf('»');
        return from < 0 || to < from ? title : title.substring(from + 1, to);
    }

    /**
     * Mentors of the staff have to know the order that names them. One that names pupils is for nobody else's eyes than
     * those who lead the programme and the teachers of their classes; one that names teachers alone is theirs, their
     * mentees' and of those whom it charges with something, also of whom the register knows and the list of the staff does not.
     */
    private List<Map<String, Object>> people(Programme programme, DocumentType type) {
        Set<Long> named = type.namesPairs() ? pairs.mentors(programme.id()) : Set.of();
        return switch (type) {
            case ORDER_PAIRS, ORDER_PAIRS_AMENDMENT -> {
                Optional<Set<Long>> teachers = pairs.classTeachers(programme);
                yield common.people(
                        programme.schoolId(),
                        member -> named.contains(member.id())
                                || holds(member, LEADING)
                                || teachers.map(known -> known.contains(member.id()))
                                        .orElseGet(() -> holds(member, Set.of(Role.CLASS_TEACHER))));
            }
            case ORDER_MENTORS, ORDER_MENTORS_AMENDMENT -> ofTeachers(programme, named);
            default -> common.people(programme.schoolId(), OrderContent.CONCERNED);
        };
    }

    private List<Map<String, Object>> ofTeachers(Programme programme, Set<Long> named) {
        Map<String, String> mentors = pairs.registeredMentors(programme);
        Map<String, String> mentees = pairs.mentees(programme);
        List<Map<String, Object>> staff = common.people(
                programme.schoolId(),
                member -> named.contains(member.id())
                        || mentors.containsKey(member.shortName())
                        || mentees.containsKey(member.shortName())
                        || holds(member, CHARGED));
        Set<Object> listed =
                staff.stream().map(person -> person.get("name")).collect(Collectors.toCollection(HashSet::new));
        return Stream.of(
                        staff.stream(),
                        others(mentors, listed, "document.pairs.mentor-post"),
                        others(mentees, listed, "document.pairs.mentee-post"))
                .flatMap(Function.identity())
                .toList();
    }

    private static boolean holds(StaffMember member, Set<Role> roles) {
        return member.roles().stream().anyMatch(roles::contains);
    }

    /** Who is not on the list of the staff follows, with the post that the register knows. */
    private Stream<Map<String, Object>> others(Map<String, String> posts, Set<Object> listed, String unknown) {
        return posts.entrySet().stream()
                .filter(person -> listed.add(person.getKey()))
                .map(person -> CommonContent.values(
                        "name",
                        person.getKey(),
                        "post",
                        person.getValue().isBlank() ? texts.text(unknown) : person.getValue()));
    }

    /** Number and date of the jury's protocol; blank until it is signed. */
    private Map<String, Object> jury(Long programmeId) {
        return documents.ofType(programmeId, DocumentType.JURY_PROTOCOL).stream()
                .filter(protocol -> protocol.registration().isPresent())
                .findFirst()
                .map(protocol -> CommonContent.values("number", protocol.number(), "date", texts.date(protocol.date())))
                .orElseGet(() -> CommonContent.values("number", null, "date", null));
    }
}
