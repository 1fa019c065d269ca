package org.mentoringroadmap.questionnaire.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.mentoringroadmap.questionnaire.Answers;
import org.mentoringroadmap.questionnaire.Campaigns;
import org.mentoringroadmap.questionnaire.Channel;
import org.mentoringroadmap.questionnaire.Invitation;
import org.mentoringroadmap.questionnaire.QuestionnaireAccess;
import org.mentoringroadmap.questionnaire.QuestionnaireProperties;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.Recorded;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Questionnaires for other programs. */
@RestController
@Tag(name = "questionnaires")
class QuestionnaireApi {
    /** Who is asked; without a day the links live as long as the settings say. */
    record InvitationsJson(String questionnaire, List<Long> participants, LocalDate expiresOn) {}

    /** A link that is shown this one time. */
    record LinkJson(Long participant, String url) {}

    /**
     * Somebody has answered.
     *
     * @param version which edition of the questionnaire the answers are to
     * @param answers by question; left out for who may not read them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ResponseJson(
            Long participant,
            String questionnaire,
            LocalDate answeredOn,
            Channel channel,
            int version,
            Map<String, List<String>> answers) {}

    private final Campaigns campaigns;
    private final Answers answers;
    private final QuestionnaireAccess access;
    private final QuestionnaireProperties settings;

    QuestionnaireApi(
            Campaigns campaigns, Answers answers, QuestionnaireAccess access, QuestionnaireProperties settings) {
        this.campaigns = campaigns;
        this.answers = answers;
        this.access = access;
        this.settings = settings;
    }

    @PostMapping("/api/programmes/{id}/invitations")
    @Operation(summary = "Asks participants by a questionnaire; each link is told this one time")
    List<LinkJson> invite(@PathVariable Long id, @RequestBody InvitationsJson asked) {
        List<Long> people = asked.participants() == null ? List.of() : asked.participants();
        String questionnaire = asked.questionnaire() == null ? "" : asked.questionnaire();
        return campaigns.invite(id, questionnaire, people, asked.expiresOn()).stream()
                .map(link -> new LinkJson(link.participantId(), address() + "/q/" + link.token()))
                .toList();
    }

    /** As people reach it; where nobody has said how, as the caller does. */
    private String address() {
        return settings.isReachable()
                ? settings.address()
                : ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
    }

    @Recorded(value = AuditAct.ASKED_LISTED, id = "id")
    @GetMapping("/api/programmes/{id}/responses")
    @Operation(summary = "Who has answered, the latest first; what, for the roles that may read it")
    List<ResponseJson> responses(@PathVariable Long id, @RequestParam(defaultValue = "") String questionnaire) {
        List<Invitation> responses = answers.responses(id, questionnaire);
        Map<Long, Map<String, List<String>>> given = access.mayReadAnswers() ? answers.given(id, responses) : Map.of();
        return responses.stream()
                .map(one -> new ResponseJson(
                        one.participantId(),
                        one.questionnaire(),
                        one.answeredAt().toLocalDate(),
                        one.channel(),
                        one.edition(),
                        given.get(one.id())))
                .toList();
    }
}
