package org.mentoringroadmap.browser;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.mentoringroadmap.consent.ConsentCode;
import org.mentoringroadmap.consent.Consents;
import org.mentoringroadmap.consent.Signer;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.reminder.Reminders;
import org.mentoringroadmap.support.TestClock;

/** Somebody of the demo's programme with a consent and a birthday that changes who signs. */
final class DemoConsents {
    private static final String SCHOOL = "demo-school";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private DemoConsents() {}

    /** Makes the person and the curator's task, and answers the pages. */
    static Set<String> make(
            ProcessEngine engine, Registers registers, Consents consents, Reminders reminders, String programme) {
        Long id = Long.valueOf(programme.replaceAll("\\D", ""));
        LocalDate today = TestClock.today();
        Participant pupil = as(engine, () -> {
            Participant entered = registers.enter(
                    id,
                    ParticipantRole.MENTEE,
                    PersonDetails.named(
                            "Именинников",
                            "Номер " + COUNT.incrementAndGet(),
                            null,
                            today.minusYears(14).plusDays(5)),
                    ParticipantDetails.of(ParticipantRole.MENTEE, ParticipantCategory.PUPIL, null));
            consents.register(entered.id(), ConsentKind.PROCESSING, today, Set.of(Signer.REPRESENTATIVE));
            return entered;
        });
        reminders.sweep(id);
        return Set.of(
                programme + "/consents",
                programme + "/consents?classId=0",
                programme + "/consents/find?code=" + new ConsentCode(pupil.id(), ConsentKind.PUBLICATION).text());
    }

    private static <T> T as(ProcessEngine engine, Supplier<T> work) {
        engine.getIdentityService().setAuthentication("curator", List.of("curator"), List.of(SCHOOL));
        try {
            return work.get();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }
}
