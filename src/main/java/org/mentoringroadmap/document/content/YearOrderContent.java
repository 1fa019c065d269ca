package org.mentoringroadmap.document.content;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.document.DocumentRepository;
import org.mentoringroadmap.document.DocumentRequest;
import org.mentoringroadmap.document.DocumentTexts;
import org.mentoringroadmap.document.DocumentType;
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
     * Mentors of the staff have to know the order that names them. One that names pupils is for nobody else's eyes than
     * those who lead the programme and the teachers of their classes; one that names teachers alone is theirs, their
     * mentees' and of those whom it charges with something.
     */
    private List<Map<String, Object>> people(Programme programme, DocumentType type) {
        Set<Long> named = type.namesPairs() ? pairs.mentors(programme.id()) : Set.of();
        return switch (type) {
            case ORDER_PAIRS -> {
                Optional<Set<Long>> teachers = pairs.classTeachers(programme);
                yield common.people(
                        programme.schoolId(),
                        member -> named.contains(member.id())
                                || holds(member, LEADING)
                                || teachers.map(known -> known.contains(member.id()))
                                        .orElseGet(() -> holds(member, Set.of(Role.CLASS_TEACHER))));
            }
            case ORDER_MENTORS -> {
                Map<String, String> mentees = pairs.mentees(programme);
                yield withMentees(
                        common.people(
                                programme.schoolId(),
                                member -> named.contains(member.id())
                                        || mentees.containsKey(member.shortName())
                                        || holds(member, CHARGED)),
                        mentees);
            }
            default -> common.people(programme.schoolId(), OrderContent.CONCERNED);
        };
    }

    private static boolean holds(StaffMember member, Set<Role> roles) {
        return member.roles().stream().anyMatch(roles::contains);
    }

    /** Mentees who are not on the list of the staff follow, with the post that the register knows. */
    private List<Map<String, Object>> withMentees(List<Map<String, Object>> staff, Map<String, String> mentees) {
        Set<Object> named = staff.stream().map(person -> person.get("name")).collect(Collectors.toSet());
        return Stream.concat(
                        staff.stream(),
                        mentees.entrySet().stream()
                                .filter(mentee -> !named.contains(mentee.getKey()))
                                .map(mentee -> CommonContent.values(
                                        "name",
                                        mentee.getKey(),
                                        "post",
                                        mentee.getValue().isBlank()
                                                ? texts.text("document.pairs.mentee-post")
                                                : mentee.getValue())))
                .toList();
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
