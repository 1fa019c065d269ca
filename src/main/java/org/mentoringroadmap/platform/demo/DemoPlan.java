package org.mentoringroadmap.platform.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.programme.MentoringForm;
import org.mentoringroadmap.roadmap.RoadmapActivity;
import org.mentoringroadmap.roadmap.Stage;
import org.mentoringroadmap.school.Requisites;

/**
 * What the demo shows, read from {@code demo/school.json}: an invented school with invented people.
 *
 * @param schoolId tenant of the school
 * @param requisites its requisites
 * @param administrator name shown for the administrator
 * @param staff its people
 * @param classes its classes
 * @param termsReason why the terms that had passed at its start are as they are
 * @param years the programmes of the current year, one for each roadmap that it runs
 * @param lastYear its programme of the year before
 */
record DemoPlan(
        String schoolId,
        Requisites requisites,
        String administrator,
        List<Person> staff,
        List<SchoolClassOfDemo> classes,
        String termsReason,
        List<Year> years,
        LastYear lastYear) {
    /**
     * A person.
     *
     * @param account login and password, which is the id of the first role; null for nobody's account
     * @param roles ids of the roles
     */
    record Person(String name, String post, String account, List<String> roles) {}

    /** A class with the name of its teacher, as in the staff. */
    record SchoolClassOfDemo(String name, String teacher) {}

    /**
     * Somebody has done a task.
     *
     * @param as role that did it
     * @param item item of the roadmap
     * @param task id of the task in its model
     * @param input fields of its form; {@code today}, {@code today+7}, {@code past-80} stand for days
     */
    record Step(String as, String item, String task, Map<String, Object> input) {}

    /**
     * A programme in the middle of its year.
     *
     * @param roadmap its roadmap
     * @param people whose registers it has: ids of categories; all where none is named
     * @param before numbers of stages and of rows that were done before, as papers say, all but those that are here
     * @param here rows that are done or wait here, and those that are late
     * @param first what was done until the pairs could begin
     * @param pairs its pairs and groups
     * @param steps what has been done besides
     */
    record Year(
            String roadmap,
            List<ParticipantCategory> people,
            List<String> before,
            List<String> here,
            List<Team> pairs,
            List<Step> first,
            List<Step> steps) {

        boolean isBefore(Stage stage, RoadmapActivity activity) {
            return before.contains(activity.item())
                    || before.contains(stage.number()) && !here.contains(activity.item());
        }
    }

    /**
     * A pair or group by names of the registers.
     *
     * @param form form of mentoring
     * @param basis why they belong together
     * @param met when they met, as days before today
     */
    record Team(String mentor, List<String> mentees, MentoringForm form, String basis, List<Met> met) {}

    /**
     * The year before, entered afterwards: most of it was done on paper.
     *
     * @param here items that were run here; every other one was done earlier, on the last day of its term
     * @param steps what was done here
     * @param meetings when all pairs met, by day of the year
     */
    record LastYear(List<String> here, List<Step> steps, List<Met> meetings) {}

    /** They met. */
    record Met(String kind, String date, String note) {}

    static DemoPlan read(ObjectMapper json) {
        try (InputStream file = DemoPlan.class.getResourceAsStream("/demo/school.json")) {
            return json.readValue(file, DemoPlan.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's school cannot be read", e);
        }
    }
}
