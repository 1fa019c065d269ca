package org.mentoringroadmap.admission.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.admission.Admissions;
import org.mentoringroadmap.consent.Consent;
import org.mentoringroadmap.participant.AdmissionPurpose;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantStatus;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.PeoplePagesTestCase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** «Допуск»: who is let in, who could be and why not, as browsers ask for it. */
class AdmissionPagesTest extends PeoplePagesTestCase {
    @Autowired
    private Admissions admissions;

    private Participant pupil;
    private Participant teacher;
    private Consent publication;

    @BeforeEach
    void people() {
        pupil = pupil("Публикуев");
        teacher = teacher("Учителев");
        publication = sign(pupil, ConsentKind.PUBLICATION);
        sign(teacher, ConsentKind.PROCESSING);
    }

    @Test
    void aListSaysWhoIsInAndWhyOthersCannotBe() throws Exception {
        as(curator, list(AdmissionPurpose.PUBLICATION))
                .andExpect(content().string(containsString("Публикуев Пример")))
                .andExpect(content().string(containsString("можно допустить")))
                .andExpect(content().string(containsString("нет согласия")))
                .andExpect(content().string(containsString(box(pupil))))
                .andExpect(content().string(not(containsString(box(teacher)))));

        as(curator, admit(AdmissionPurpose.PUBLICATION, pupil))
                .andExpect(redirectedUrl("/programmes/" + programme + "/admissions?purpose=PUBLICATION&q=&page=0"));

        assertThat(admissions.admitted(pupil.person().id(), AdmissionPurpose.PUBLICATION))
                .containsExactly(pupil.id());
        as(curator, list(AdmissionPurpose.PUBLICATION))
                .andExpect(content().string(containsString("badge text-bg-success")))
                .andExpect(content().string(not(containsString(box(pupil)))));
        school.as(Role.CURATOR, () -> consents.withdraw(publication.id(), null));
        as(curator, list(AdmissionPurpose.PUBLICATION))
                .andExpect(content().string(not(containsString("badge text-bg-success"))))
                .andExpect(content().string(containsString("отозвано")));
    }

    @Test
    void whoComesToSelectionIsSelectedAndTheOthersAreTold() throws Exception {
        Participant second = teacher("Бессогласов");

        as(curator, admit(AdmissionPurpose.SELECTION, teacher, second)).andExpect(status().isSeeOther());

        assertThat(standing(teacher)).isEqualTo(ParticipantStatus.SELECTED);
        assertThat(standing(second)).isEqualTo(ParticipantStatus.PROPOSED);
        as(curator, list(AdmissionPurpose.SELECTION))
                .andExpect(content().string(not(containsString("Публикуев"))))
                .andExpect(content().string(not(containsString(box(second)))));
        as(curator, list(AdmissionPurpose.ORDER)).andExpect(content().string(not(containsString(box(teacher)))));
        sign(teacher, ConsentKind.DUTIES);
        as(curator, list(AdmissionPurpose.ORDER)).andExpect(content().string(containsString(box(teacher))));
    }

    @Test
    void aListIsSearched() throws Exception {
        as(curator, list(AdmissionPurpose.PUBLICATION).param("q", "учит"))
                .andExpect(content().string(containsString("Учителев")))
                .andExpect(content().string(not(containsString("Публикуев"))));
        as(curator, list(AdmissionPurpose.PUBLICATION).param("q", "никто"))
                .andExpect(content().string(containsString("Никого не нашлось")));
    }

    @Test
    void nobodyGetsInAroundTheRules() throws Exception {
        as(curator, admit(AdmissionPurpose.PUBLICATION))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Отметьте хотя бы одного")));
        as(curator, admit(AdmissionPurpose.PUBLICATION).param("participantIds", "987654321"))
                .andExpect(status().isNotFound());
        for (Role role : Set.of(Role.DIRECTOR, Role.SITE_EDITOR, Role.CLASS_TEACHER)) {
            as(role, admit(AdmissionPurpose.PUBLICATION, pupil)).andExpect(status().isForbidden());
        }
        as(session(schools.create(Role.CURATOR), Role.CURATOR), list(AdmissionPurpose.PUBLICATION))
                .andExpect(status().isNotFound());
        assertThat(admissions.admitted(pupil.person().id(), AdmissionPurpose.PUBLICATION))
                .isEmpty();
    }

    @Test
    void theSitesEditorSeesPublicationAndNothingElse() throws Exception {
        as(Role.SITE_EDITOR, list(AdmissionPurpose.PUBLICATION))
                .andExpect(content().string(containsString("Публикуев")))
                .andExpect(content().string(not(containsString(box(pupil)))))
                .andExpect(content().string(not(containsString("purpose=SELECTION"))));
        as(Role.SITE_EDITOR, list(AdmissionPurpose.SELECTION)).andExpect(status().isForbidden());
        as(Role.DIRECTOR, list(AdmissionPurpose.PUBLICATION))
                .andExpect(content().string(containsString("purpose=SELECTION")))
                .andExpect(content().string(not(containsString(box(pupil)))));
    }

    private static String box(Participant participant) {
        return "id=\"p-" + participant.id() + "\"";
    }

    private ParticipantStatus standing(Participant of) {
        return school.as(Role.CURATOR, () -> registers.visible(of.id()).status());
    }

    private MockHttpServletRequestBuilder list(AdmissionPurpose purpose) {
        return get("/programmes/{id}/admissions", programme).param("purpose", purpose.name());
    }

    private MockHttpServletRequestBuilder admit(AdmissionPurpose purpose, Participant... people) {
        MockHttpServletRequestBuilder request =
                post("/programmes/{id}/admissions", programme).param("purpose", purpose.name());
        for (Participant one : people) {
            request.param("participantIds", one.id().toString());
        }
        return request;
    }
}
