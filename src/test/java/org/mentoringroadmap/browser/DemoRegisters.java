package org.mentoringroadmap.browser;

import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.participant.RoleModel;
import org.mentoringroadmap.partner.PartnerDetails;
import org.mentoringroadmap.partner.PartnerKind;
import org.mentoringroadmap.partner.Partners;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.programme.MentoringForm;
import org.mentoringroadmap.programmebank.CardDetails;
import org.mentoringroadmap.programmebank.ProgrammeBank;

/** Tasks of the registers, a card and a partner in the demo, which has none of them by itself. */
final class DemoRegisters {
    private static final String SCHOOL = "demo-school";

    private DemoRegisters() {}

    /** Starts both blocks that work on the registers, once for every call; somebody's consent is missing in each. */
    static void startBlocks(ProcessEngine engine, Registers registers, String programme) {
        for (ParticipantRole role : ParticipantRole.values()) {
            PersonDetails person = PersonDetails.named("Ожидаева", "Пример-" + System.nanoTime(), null, null);
            as(
                    engine,
                    "curator",
                    () -> registers.enter(
                            Long.valueOf(programme.replaceAll("\\D", "")),
                            role,
                            person,
                            ParticipantDetails.of(role, ParticipantCategory.TEACHER, null)));
        }
        start(
                engine,
                programme,
                "register-formation",
                Map.of("participantRole", "mentor", "participantCategory", "teacher"));
        start(engine, programme, "consent-collection", Map.of("consentKind", "adult"));
        for (String task : List.of("Task_FormRegister", "Task_CollectConsents")) {
            await().atMost(Visitor.PATIENCE)
                    .until(() -> engine.getTaskService()
                                    .createTaskQuery()
                                    .taskDefinitionKey(task)
                                    .tenantIdIn(SCHOOL)
                                    .count()
                            > 0);
        }
    }

    /** The demo's class hours are over; here the classes are asked once more. */
    static void startClasses(ProcessEngine engine, String programme) {
        start(engine, programme, "class-checklist", Map.of("roadmapItem", "000-1.2.2", "responsible", "deputy"));
        await().atMost(Visitor.PATIENCE)
                .until(() -> engine.getTaskService()
                                .createTaskQuery()
                                .taskDefinitionKey("Task_CollectClasses")
                                .tenantIdIn(SCHOOL)
                                .count()
                        > 0);
    }

    private static void start(ProcessEngine engine, String programme, String block, Map<String, Object> more) {
        String id = programme.replaceAll("\\D", "");
        Map<String, Object> input = new HashMap<>(Map.of(
                "schoolId", SCHOOL,
                "programmeId", id,
                "firstYear", "2025",
                "secondYear", "2026",
                "roadmapItem", "000-3.1.3",
                "title", "База наставников",
                "guide", "Соберите базу.",
                "start", "2025-09-01T08:00:00",
                "due", "2026-05-31T18:00:00",
                "responsible", "curator"));
        input.putAll(more);
        input.put("closed", "false");
        as(engine, "administrator", () -> engine.getRuntimeService().startProcessInstanceByKey(block, id, input));
    }

    /** Enters a card and an organisation, and answers the pages about them. */
    static Set<String> cardsAndPartners(ProcessEngine engine, ProgrammeBank bank, Partners partners, String programme) {
        Long id = Long.valueOf(programme.replaceAll("\\D", ""));
        long seed = System.nanoTime();
        CardDetails details = new CardDetails(
                "Решаем вместе " + seed,
                MentoringForm.PUPIL_PUPIL,
                RoleModel.ACHIEVING_STRUGGLING,
                "Догнать программу",
                null,
                null,
                null,
                null,
                null,
                null,
                "Знакомство | октябрь | наставник");
        return as(engine, "curator", () -> {
            Long card = bank.add(null, details).id();
            Long partner = partners.add(id, PartnerDetails.named("Завод " + seed, PartnerKind.EMPLOYER), true)
                    .id();
            return Set.of(
                    "/programme-cards",
                    "/programme-cards?q=неттакого",
                    "/programme-cards/new",
                    "/programme-cards/" + card,
                    "/programme-cards/" + card + "/edit",
                    programme + "/partners",
                    programme + "/partners?q=неттакого",
                    programme + "/partners/new",
                    programme + "/partners/" + partner);
        });
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
