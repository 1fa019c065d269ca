package org.mentoringroadmap.browser;

import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.mentoringroadmap.consent.Consents;
import org.mentoringroadmap.consent.Signer;
import org.mentoringroadmap.mentorship.MemberChoice;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.MentorshipDetails;
import org.mentoringroadmap.mentorship.lifecycle.MentorshipManagement;
import org.mentoringroadmap.mentorship.search.MentorSearches;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.support.TestClock;

/** A proposal to somebody who waits and a collection of mentors' consents in the demo's programme. */
final class DemoFormation {
    private static final String SCHOOL = "demo-school";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private DemoFormation() {}

    /** Makes them, with the curator's tasks, and answers the pages of searches. */
    static Set<String> make(
            ProcessEngine engine,
            MentorshipManagement management,
            MentorSearches searches,
            Registers registers,
            Consents consents,
            String programme) {
        Long id = Long.valueOf(programme.replaceAll("\\D", ""));
        Set<String> pages = as(engine, "curator", () -> {
            Long teacher = enter(registers, consents, id, ParticipantRole.MENTOR, ParticipantCategory.TEACHER);
            management.add(
                    id,
                    new MentorshipManagement.NewMentorship(
                            Mentorship.Kind.PAIR, new MentorshipDetails(1, null, null, null), null, null, false),
                    new MemberChoice(teacher, List.of()));
            Long mentee = enter(registers, consents, id, ParticipantRole.MENTEE, ParticipantCategory.PUPIL);
            searches.add(id, false, mentee);
            enter(registers, consents, id, ParticipantRole.MENTOR, ParticipantCategory.EMPLOYEE);
            Long code = searches.add(id, false).id();
            return Set.of(programme + "/searches", programme + "/searches/" + code + "/mentee");
        });
        collectDuties(engine, id);
        for (String task : List.of("Task_ReviewProposal", "Task_CollectDuties")) {
            await().atMost(Visitor.PATIENCE)
                    .until(() -> engine.getTaskService()
                                    .createTaskQuery()
                                    .taskDefinitionKey(task)
                                    .tenantIdIn(SCHOOL)
                                    .count()
                            > 0);
        }
        return pages;
    }

    private static Long enter(
            Registers registers,
            Consents consents,
            Long programme,
            ParticipantRole role,
            ParticipantCategory category) {
        PersonDetails person = PersonDetails.named("Ожиданов", "Пример-" + COUNT.incrementAndGet(), null, null);
        Long id = registers
                .enter(programme, role, person, ParticipantDetails.of(role, category, null))
                .id();
        Set<Signer> signers = category.mayBeMinor() ? Set.of(Signer.SELF, Signer.REPRESENTATIVE) : Set.of(Signer.SELF);
        consents.register(id, ConsentKind.PROCESSING, TestClock.today(), signers);
        return id;
    }

    private static void collectDuties(ProcessEngine engine, Long programme) {
        Map<String, Object> input = new HashMap<>(Map.of(
                "schoolId", SCHOOL,
                "programmeId", programme.toString(),
                "firstYear", "2025",
                "secondYear", "2026",
                "roadmapItem", "000-5.1.4",
                "title", "Соединение в пары и группы",
                "guide", "Решите, кто с кем.",
                "start", "2025-10-20T08:00:00",
                "due", "2025-10-29T18:00:00",
                "responsible", "curator"));
        input.put("pairStep", "decide");
        as(
                engine,
                "administrator",
                () -> engine.getRuntimeService()
                        .createProcessInstanceByKey("pair-formation")
                        .businessKey(programme.toString())
                        .setVariables(input)
                        .startBeforeActivity("Task_CollectDuties")
                        .execute());
    }

    private static <T> T as(ProcessEngine engine, String role, Supplier<T> work) {
        engine.getIdentityService().setAuthentication(role, List.of(role), List.of(SCHOOL));
        try {
            return work.get();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }
}
