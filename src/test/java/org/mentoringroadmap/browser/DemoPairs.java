package org.mentoringroadmap.browser;

import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.mentoringroadmap.consent.Consent;
import org.mentoringroadmap.consent.Consents;
import org.mentoringroadmap.consent.Signer;
import org.mentoringroadmap.mentorship.MemberChoice;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.MentorshipDetails;
import org.mentoringroadmap.mentorship.lifecycle.MentorshipManagement;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.support.TestClock;

/** A pair, a group and a watch over meetings in the demo's programme, which has not come so far by itself. */
final class DemoPairs {
    private static final String SCHOOL = "demo-school";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private DemoPairs() {}

    /** Makes them where the programme has none, and answers their pages. */
    static Set<String> make(
            ProcessEngine engine,
            MentorshipManagement management,
            Registers registers,
            Consents consents,
            String programme) {
        Long id = Long.valueOf(programme.replaceAll("\\D", ""));
        Set<String> pages = as(engine, "curator", () -> {
            Mentorship pair = management.add(id, pair(Mentorship.Kind.PAIR, 1));
            management.add(id, pair(Mentorship.Kind.GROUP, 4));
            Consent withdrawn = withdrawn(management, registers, consents, id);
            return Set.of(
                    programme + "/admissions",
                    programme + "/admissions?purpose=SELECTION",
                    programme + "/admissions?purpose=PUBLICATION&q=неттакого",
                    "/consent-withdrawals/" + withdrawn.id(),
                    programme + "/pairs",
                    programme + "/pairs?q=неттакого",
                    programme + "/pairs/new",
                    programme + "/pairs/" + pair.id(),
                    programme + "/meetings",
                    programme + "/meetings?missing=trial",
                    programme + "/searches",
                    programme + "/searches?state=ALL");
        });
        watch(engine, id);
        return pages;
    }

    /** A mentee in a pair whose consent was given and is withdrawn. */
    private static Consent withdrawn(
            MentorshipManagement management, Registers registers, Consents consents, Long programme) {
        PersonDetails person =
                PersonDetails.named("Отзывов", "Пример-" + COUNT.incrementAndGet(), null, LocalDate.of(2014, 3, 2));
        Long mentee = registers
                .enter(
                        programme,
                        ParticipantRole.MENTEE,
                        person,
                        ParticipantDetails.of(ParticipantRole.MENTEE, ParticipantCategory.PUPIL, null))
                .id();
        Consent consent = consents.register(
                mentee, ConsentKind.PROCESSING, TestClock.today(), Set.of(Signer.SELF, Signer.REPRESENTATIVE));
        management.add(programme, pair(Mentorship.Kind.PAIR, 1), new MemberChoice(null, List.of(mentee)));
        return consents.withdraw(consent.id(), null);
    }

    private static MentorshipManagement.NewMentorship pair(Mentorship.Kind kind, int mentees) {
        return new MentorshipManagement.NewMentorship(
                kind, new MentorshipDetails(mentees, null, null, "Близкие интересы"), null, null, true);
    }

    private static void watch(ProcessEngine engine, Long programme) {
        Map<String, Object> input = new HashMap<>(Map.of(
                "schoolId", SCHOOL,
                "programmeId", programme.toString(),
                "firstYear", "2025",
                "secondYear", "2026",
                "roadmapItem", "000-6.1.2",
                "title", "Вторая, пробная рабочая встреча",
                "guide", "Пары пробуют работать вместе.",
                "start", "2025-09-01T08:00:00",
                "due", "2026-05-31T18:00:00",
                "responsible", "curator"));
        input.put("meetingKind", "trial");
        as(
                engine,
                "administrator",
                () -> engine.getRuntimeService()
                        .startProcessInstanceByKey("meetings-watch", programme.toString(), input));
        await().atMost(Visitor.PATIENCE)
                .until(() -> engine.getTaskService()
                                .createTaskQuery()
                                .taskDefinitionKey("Task_WatchMeetings")
                                .tenantIdIn(SCHOOL)
                                .count()
                        > 0);
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
