package org.mentoringroadmap.platform.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.Need;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.RoleModel;
import org.mentoringroadmap.programme.MentoringForm;

/**
 * An invented participant, read from {@code demo/people.json}. Whatever the file leaves out is null.
 *
 * @param category a pupil where nothing is said
 * @param age full years today
 * @param schoolClass name of the class
 * @param lastClass class of the year before; null for who did not take part then
 * @param matters what a mentee asks for or a mentor can give, with commas between
 * @param staff whether the person is one of the staff, by the same name
 * @param consents signed some days ago by whoever has to sign
 */
record DemoPerson(
        ParticipantRole role,
        String name,
        ParticipantCategory category,
        int age,
        @JsonProperty("class") String schoolClass,
        String lastClass,
        String matters,
        String interests,
        String hours,
        int capacity,
        Integer ageFrom,
        Integer ageTo,
        String achievements,
        String difficulties,
        Set<Need> needs,
        Set<MentoringForm> forms,
        Set<RoleModel> roleModels,
        String organisation,
        String post,
        boolean staff,
        String representative,
        List<ConsentKind> consents) {
    DemoPerson {
        category = Objects.requireNonNullElse(category, ParticipantCategory.PUPIL);
        needs = Objects.requireNonNullElse(needs, Set.of());
        forms = Objects.requireNonNullElse(forms, Set.of());
        roleModels = Objects.requireNonNullElse(roleModels, Set.of());
        consents = Objects.requireNonNullElse(consents, List.of());
    }

    static List<DemoPerson> read(ObjectMapper json) {
        try (InputStream file = DemoPerson.class.getResourceAsStream("/demo/people.json")) {
            return List.of(json.readValue(file, DemoPerson[].class));
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's people cannot be read", e);
        }
    }
}
