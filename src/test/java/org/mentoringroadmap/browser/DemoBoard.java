package org.mentoringroadmap.browser;

import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.TaskQuery;
import org.mentoringroadmap.matching.RunRequest;
import org.mentoringroadmap.matching.run.Board;
import org.mentoringroadmap.matching.run.MatchingRuns;
import org.mentoringroadmap.matching.run.ProposedPair;
import org.mentoringroadmap.support.TestSchool;

/** A proposal for the people of the demo, with everything that its board can show, and the tasks that show it. */
final class DemoBoard {
    private static final String SCHOOL = "demo-school";

    private DemoBoard() {}

    /** Proposes, fixes a pair and forbids another one; answers the pages. */
    static Set<String> make(TestSchool demo, MatchingRuns runs, String programme) {
        Long id = Long.valueOf(programme.replaceAll("\\D", ""));
        return demo.as("curator", List.of("curator"), () -> {
            Long first = runs.propose(id, RunRequest.EVERYBODY).id();
            List<ProposedPair> pairs = runs.board(first).pairs();
            ProposedPair fixed = pairs.get(0);
            ProposedPair forbidden = pairs.get(pairs.size() - 1);
            runs.lock(first, fixed.mentee().id(), fixed.mentor().id(), "Уже занимаются вместе");
            runs.veto(first, forbidden.mentee().id(), forbidden.mentor().id(), "Причина для примера");
            Board board = runs.board(runs.rerun(first).id());
            String path = "/matching-runs/" + board.run().id();
            Set<String> pages = new LinkedHashSet<>(List.of(
                    programme + "/matching",
                    programme + "/known-pairs",
                    programme + "/known-pairs?q=неттакого",
                    programme + "/preferences",
                    programme + "/preferences?side=MENTOR",
                    "/matching-runs/" + first,
                    path,
                    path + "?view=left",
                    path + "?view=mentors",
                    path + "?view=marks",
                    path + "?q=неттакого",
                    path + "/confirm"));
            String mentee = path + "/mentees/" + fixed.mentee().id();
            pages.add(mentee);
            board.mentors()
                    .forEach(place ->
                            pages.add(mentee + "?mentorId=" + place.mentor().id()));
            return pages;
        });
    }

    /** Both tasks of the formation of pairs. */
    static void startTasks(ProcessEngine engine, String programme) {
        String id = programme.replaceAll("\\D", "");
        startTask(engine, SCHOOL, id, "compare");
        startTask(engine, SCHOOL, id, "decide");
    }

    /**
     * One task of the formation of pairs.
     *
     * @param step compare or decide
     * @return id of the engine's task
     */
    static String startTask(ProcessEngine engine, String school, String programme, String step) {
        boolean compare = step.equals("compare");
        Map<String, Object> input = new HashMap<>(Map.of(
                "schoolId", school,
                "programmeId", programme,
                "firstYear", "2025",
                "secondYear", "2026",
                "title", "Пары и группы",
                "guide", "Пары складываются из анкет и предпочтений.",
                "start", "2025-09-01T08:00:00",
                "due", "2026-05-31T18:00:00",
                "responsible", "curator"));
        input.put("roadmapItem", compare ? "000-5.1.1" : "000-5.1.4");
        input.put("pairStep", step);
        input.put("closed", "false"); // the year of the demo is past these
        engine.getIdentityService().setAuthentication("administrator", List.of("administrator"), List.of(school));
        try {
            engine.getRuntimeService().startProcessInstanceByKey("pair-formation", programme, input);
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
        TaskQuery open = engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey(compare ? "Task_CompareQuestionnaires" : "Task_DecidePairs")
                .tenantIdIn(school);
        await().atMost(Visitor.PATIENCE).until(() -> open.count() > 0);
        return open.list().get(0).getId();
    }
}
