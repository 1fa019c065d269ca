package org.mentoringroadmap.document.content;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.document.DocumentRepository;
import org.mentoringroadmap.document.DocumentRequest;
import org.mentoringroadmap.document.DocumentTexts;
import org.mentoringroadmap.document.DocumentType;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Role;
import org.springframework.stereotype.Component;

/** Orders of the running year: the pairs, the final event, the rewards. */
@Component
class YearOrderContent implements DocumentContent {
    /** Whom the order on teachers' pairs charges with something beside their mentors. */
    private static final Set<Role> CHARGED = Set.of(Role.DEPUTY, Role.CURATOR);

    private final Programmes programmes;
    private final CommonContent common;
    private final ProgrammeRoadmap roadmap;
    private final MentorshipRows pairs;
    private final DocumentRepository documents;
    private final DocumentTexts texts;

    YearOrderContent(
            Programmes programmes,
            CommonContent common,
            ProgrammeRoadmap roadmap,
            MentorshipRows pairs,
            DocumentRepository documents,
            DocumentTexts texts) {
        this.programmes = programmes;
        this.common = common;
        this.roadmap = roadmap;
        this.pairs = pairs;
        this.documents = documents;
        this.texts = texts;
    }

    @Override
    public Set<DocumentType> types() {
        return Set.of(
                DocumentType.ORDER_PAIRS,
                DocumentType.ORDER_MENTORS,
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
        data.put("terms", roadmap.terms(programme));
        data.put("people", people(programme, request.type()));
        switch (request.type()) {
            case ORDER_PAIRS, ORDER_MENTORS -> {
                data.put("pairs", pairs.of(programme));
                data.put("workers", !roadmap.isOfPupils(programme) && pairs.mayBeOfWorkers(programme.id()));
            }
            case ORDER_REWARD -> data.put("jury", jury(programme.id()));
            default -> {}
        }
    }

    /**
     * Mentors of the staff have to know the order that names them; one that names teachers alone is theirs, their mentees' and
     * of those whom it charges with something, also of whom the register knows and the list of the staff does not.
     */
    private List<Map<String, Object>> people(Programme programme, DocumentType type) {
        Set<Long> mentors = type.namesPairs() ? pairs.mentors(programme.id()) : Set.of();
        Set<Role> concerned = type == DocumentType.ORDER_MENTORS ? CHARGED : OrderContent.CONCERNED;
        boolean ofTeachers = type == DocumentType.ORDER_MENTORS;
        List<String> registered = ofTeachers ? pairs.mentorNames(programme) : List.of();
        List<String> mentees = ofTeachers ? pairs.mentees(programme) : List.of();
        List<Map<String, Object>> staff = common.people(
                programme.schoolId(),
                member -> mentors.contains(member.id())
                        || registered.contains(member.shortName())
                        || mentees.contains(member.shortName())
                        || member.roles().stream().anyMatch(concerned::contains));
        Set<Object> named =
                staff.stream().map(person -> person.get("name")).collect(Collectors.toCollection(HashSet::new));
        return Stream.of(
                        staff.stream(),
                        others(registered, named, "document.pairs.mentor-post"),
                        others(mentees, named, "document.pairs.mentee-post"))
                .flatMap(Function.identity())
                .toList();
    }

    private Stream<Map<String, Object>> others(List<String> people, Set<Object> named, String post) {
        return people.stream()
                .filter(named::add)
                .map(person -> CommonContent.values("name", person, "post", texts.text(post)));
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
