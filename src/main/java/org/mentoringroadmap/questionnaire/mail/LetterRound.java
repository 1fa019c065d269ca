package org.mentoringroadmap.questionnaire.mail;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantDirectory;
import org.mentoringroadmap.questionnaire.Answers;
import org.mentoringroadmap.questionnaire.Campaigns;
import org.mentoringroadmap.questionnaire.QuestionnaireAccess;
import org.mentoringroadmap.questionnaire.QuestionnaireProperties;
import org.mentoringroadmap.school.Requisites;
import org.mentoringroadmap.school.Schools;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.FollowUp;
import org.mentoringroadmap.shared.FollowUps;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes and sends one letter of a programme and asks for the next one. The link is made here, so that its secret is nowhere
 * but in the letter. What is wrong with one letter is kept with it; a server that takes none has the round tried again.
 */
@Component
class LetterRound implements FollowUp {
    static final String KIND = "questionnaire-letters";

    private final LetterStore store;
    private final PostOffice post;
    private final Campaigns campaigns;
    private final Answers answers;
    private final ParticipantDirectory directory;
    private final Schools schools;
    private final QuestionnaireAccess access;
    private final QuestionnaireProperties settings;
    private final FollowUps followUps;
    private final MessageSource messages;

    LetterRound(
            LetterStore store,
            PostOffice post,
            Campaigns campaigns,
            Answers answers,
            ParticipantDirectory directory,
            Schools schools,
            QuestionnaireAccess access,
            QuestionnaireProperties settings,
            FollowUps followUps,
            MessageSource messages) {
        this.store = store;
        this.post = post;
        this.campaigns = campaigns;
        this.answers = answers;
        this.directory = directory;
        this.schools = schools;
        this.access = access;
        this.settings = settings;
        this.followUps = followUps;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    @Transactional
    public void run(Long programmeId) {
        store.next(programmeId).ifPresent(invitationId -> {
            deliver(invitationId);
            followUps.request(KIND, programmeId);
        });
    }

    private void deliver(Long invitationId) {
        Answers.Sheet sheet = answers.sheet(invitationId);
        if (sheet instanceof Answers.Sheet.Open open && !open.invitation().isAnswered()) {
            Optional<String> problem = deliver(open);
            problem.ifPresentOrElse(
                    code -> store.failed(invitationId, code), () -> store.sent(invitationId, access.now()));
        } else if (sheet instanceof Answers.Sheet.Shut shut && shut.reason().equals("consent")) {
            store.failed(invitationId, shut.reason());
        } else {
            store.drop(invitationId); // answered or closed in the meantime
        }
    }

    private Optional<String> deliver(Answers.Sheet.Open sheet) {
        if (!post.hasServer() || post.sender().isEmpty() || !settings.isReachable()) {
            throw new ConflictException("questionnaire.letters.server"); // the settings were changed since
        }
        Participant participant =
                directory.of(List.of(sheet.invitation().participantId())).get(0);
        String address = participant.person().details().email();
        if (address == null) {
            return Optional.of(PostOffice.ADDRESS);
        }
        Requisites school = schools.get(participant.person().schoolId()).requisites();
        String link = settings.address() + "/q/"
                + campaigns.linkOf(sheet.invitation().id()).token();
        return post.send(new PostOffice.Written(
                address,
                Objects.requireNonNullElse(school.email(), ""),
                text("questionnaire.letter-subject", sheet.questionnaire().title()),
                text(
                        "questionnaire.letter-text",
                        sheet.name(),
                        sheet.questionnaire().title(),
                        link,
                        school.shortName())));
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.ROOT);
    }
}
