package org.mentoringroadmap.platform.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.mentoringroadmap.school.Requisites;

/**
 * What the demo shows, read from {@code demo/school.json}: an invented school with invented people.
 *
 * @param schoolId tenant of the school
 * @param requisites its requisites
 * @param administrator name shown for the administrator
 * @param staff its people
 * @param classes its classes
 * @param termsReason why the terms that had passed at its start were moved
 * @param steps what has happened in its programme so far
 * @param lastYear its programme of the year before
 */
record DemoPlan(
        String schoolId,
        Requisites requisites,
        String administrator,
        List<Person> staff,
        List<SchoolClassOfDemo> classes,
        String termsReason,
        List<Step> steps,
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
     * @param input fields of its form; {@code today}, {@code today+7} stand for days
     */
    record Step(String as, String item, String task, Map<String, Object> input) {}

    /**
     * The year before, entered afterwards: most of it was done on paper.
     *
     * @param here items that were run here; every other one was done earlier, on the last day of its term
     * @param steps what was done here
     * @param meetings when all pairs met, by day of the year
     */
    record LastYear(List<String> here, List<Step> steps, List<Met> meetings) {}

    /** All pairs met. */
    record Met(String kind, String date) {}

    static DemoPlan read(ObjectMapper json) {
        try (InputStream file = DemoPlan.class.getResourceAsStream("/demo/school.json")) {
            return json.readValue(file, DemoPlan.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's school cannot be read", e);
        }
    }
}
