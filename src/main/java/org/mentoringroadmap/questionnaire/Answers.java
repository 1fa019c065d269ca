package org.mentoringroadmap.questionnaire;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.mentoringroadmap.participant.ConsentGate;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantDirectory;
import org.mentoringroadmap.participant.ParticipantStatus;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.FollowUps;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.Unguarded;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes answers, from whoever has come through the {@link Links door} and from those who enter them for somebody. All of a
 * sheet is kept, or nothing of it; sent again it is the same. Nothing is taken of anybody whose consent was withdrawn: a
 * withdrawal at the same moment either comes first, or waits.
 */
@Service
@Transactional
public class Answers {
    /** While so many have not answered, an answer cannot be the last one, whatever others do at the same moment. */
    private static final int NEAR_THE_END = 200;

    /** Whoever sits down at the same computer does not answer for the one before. */
    private static final String USED = "used";

    /** What somebody finds who comes to the questions of an invitation. */
    public sealed interface Sheet {
        /**
         * The questions.
         *
         * @param name whom the answers are about: the first name to the person, the whole name to others
         * @param given what was answered so far, by question
         */
        record Open(Invitation invitation, Questionnaire questionnaire, String name, Map<String, List<String>> given)
                implements Sheet {}

        /**
         * No questions any more.
         *
         * @param reason {@code questionnaire.shut.<reason>} is the key of the text: {@code closed}, {@code expired}, {@code
         *     consent}, {@code used}
         */
        record Shut(String reason) implements Sheet {}
    }

    /** What became of a sheet that was sent. */
    public sealed interface Sent {
        /** It is kept; it may be what was kept before. */
        record Kept() implements Sent {}

        /** Something in it cannot be taken; nothing of it is kept. */
        record Refused(Sheet.Open sheet, AnswerSheet looked) implements Sent {}

        /** Nothing is taken any more. */
        record Shut(String reason) implements Sent {}
    }

    private final CampaignStore store;
    private final QuestionnaireEditions editions;
    private final Programmes programmes;
    private final ParticipantDirectory directory;
    private final ConsentGate gate;
    private final QuestionnaireAccess access;
    private final HelpReaders help;
    private final ApplicationEventPublisher events;
    private final FollowUps followUps;
    private final AuditTrail trail;

    Answers(
            CampaignStore store,
            QuestionnaireEditions editions,
            Programmes programmes,
            ParticipantDirectory directory,
            ConsentGate gate,
            QuestionnaireAccess access,
            HelpReaders help,
            ApplicationEventPublisher events,
            FollowUps followUps,
            AuditTrail trail) {
        this.store = store;
        this.editions = editions;
        this.programmes = programmes;
        this.directory = directory;
        this.gate = gate;
        this.access = access;
        this.help = help;
        this.events = events;
        this.followUps = followUps;
        this.trail = trail;
    }

    /** What stands behind a door. */
    @Transactional(readOnly = true)
    public Sheet open(Links.Door.To door) {
        Invitation invitation = store.invitation(door.invitationId()).orElse(null);
        if (invitation == null) {
            return new Sheet.Shut("closed");
        }
        Participant participant = participant(invitation);
        Optional<String> shut = shut(invitation, participant, door.expiresOn());
        if (shut.isEmpty() && door.isUsed(invitation)) {
            return new Sheet.Shut(USED);
        }
        return shut.<Sheet>map(Sheet.Shut::new)
                .orElseGet(() -> sheet(
                        invitation,
                        participant,
                        // Whoever sits down at the same computer does not read what was answered there.
                        door.showsAnswersOf(invitation) ? withoutHelp(invitation) : Map.of()));
    }

    /** What somebody would find who came by a link of today, for the letter that brings it. */
    @Unguarded
    @Transactional(readOnly = true)
    public Sheet sheet(Long invitationId) {
        return open(new Links.Door.To(invitationId, Channel.LINK, access.today(), 0));
    }

    /** Takes what was sent through a door, by the names of the fields. */
    public Sent send(Links.Door.To door, Map<String, List<String>> typed) {
        Invitation known = store.invitation(door.invitationId()).orElse(null);
        if (known == null) {
            return new Sent.Shut("closed");
        }
        Participant participant = participant(known);
        store.holdPerson(participant.person().id());
        Invitation invitation = store.hold(known).orElse(null);
        Optional<String> shut =
                invitation == null ? Optional.of("closed") : shut(invitation, participant, door.expiresOn());
        if (shut.isPresent()) {
            return new Sent.Shut(shut.get());
        }
        Typed sent = Typed.of(helpOf(invitation), typed);
        if (door.isUsed(invitation)) {
            AnswerSheet again =
                    AnswerSheet.of(editions.get(invitation.editionId()).questionnaire(), sent.whole());
            return again.answers().equals(store.answers(invitation.id())) ? new Sent.Kept() : new Sent.Shut(USED);
        }
        return take(invitation, participant, sent, door.channel(), null);
    }

    /** Who hands out links, or sits by, does not read there who has asked for help. */
    private Map<String, List<String>> withoutHelp(Invitation invitation) {
        Map<String, List<String>> shown = new HashMap<>(store.answers(invitation.id()));
        shown.keySet().removeAll(helpOf(invitation).keySet());
        return shown;
    }

    private Map<String, List<String>> helpOf(Invitation invitation) {
        Set<String> asking =
                editions.get(invitation.editionId()).questionnaire().questions(FieldUse::asksForHelp).stream()
                        .map(Item.Question::key)
                        .collect(Collectors.toSet());
        if (asking.isEmpty() || !invitation.isAnswered()) {
            return Map.of();
        }
        Map<String, List<String>> help = new HashMap<>(store.answers(invitation.id()));
        help.keySet().retainAll(asking);
        return help;
    }

    /**
     * What was sent, with the answers that its page did not show: whoever does not read an answer does not wipe it out by
     * leaving its field empty.
     *
     * @param kept questions whose answers stay as they were
     */
    private record Typed(Map<String, List<String>> whole, Set<String> kept) {
        static Typed of(Map<String, List<String>> hidden, Map<String, List<String>> typed) {
            Map<String, List<String>> kept = new HashMap<>(hidden);
            kept.keySet()
                    .removeIf(question -> typed.getOrDefault(question, List.of()).stream()
                            .anyMatch(one -> one != null && !one.isBlank()));
            Map<String, List<String>> whole = new HashMap<>(typed);
            whole.putAll(kept);
            return new Typed(whole, kept.keySet());
        }
    }

    private Sent take(Invitation invitation, Participant participant, Typed sent, Channel channel, String login) {
        Questionnaire questionnaire = editions.get(invitation.editionId()).questionnaire();
        AnswerSheet looked = AnswerSheet.of(questionnaire, sent.whole());
        if (!looked.isWhole()) {
            Sheet.Open sheet = login == null
                    ? sheet(invitation, participant, Map.of())
                    : sheetOfStaff(invitation, participant, Map.of());
            return new Sent.Refused(sheet, looked);
        }
        if (invitation.isAnswered()
                && looked.answers().equals(store.answers(invitation.id()))
                && channel == invitation.channel()) {
            return new Sent.Kept();
        }
        store.answer(invitation, looked.answers(), channel, login, access.now());
        events.publishEvent(new AnswersSent(invitation.id(), questionnaire, looked.answers(), sent.kept()));
        if (!invitation.isAnswered() && store.missing(invitation.campaignId(), NEAR_THE_END) < NEAR_THE_END) {
            followUps.request(AnsweredCampaigns.KIND, participant.programmeId());
        }
        return new Sent.Kept();
    }

    private Sheet.Open sheet(Invitation invitation, Participant participant, Map<String, List<String>> given) {
        Questionnaire questionnaire = editions.get(invitation.editionId()).questionnaire();
        String name = questionnaire.byOthers()
                ? participant.person().fullName()
                : participant.person().details().firstName();
        return new Sheet.Open(invitation, questionnaire, name, begun(invitation, questionnaire, given));
    }

    /** Who is asked need not say who it is. */
    private Map<String, List<String>> begun(
            Invitation invitation, Questionnaire questionnaire, Map<String, List<String>> given) {
        Respondent respondent =
                store.campaign(invitation.campaignId()).orElseThrow().respondent();
        if (respondent == null || !given.isEmpty()) {
            return given;
        }
        return questionnaire.questions(FieldUse::respondent).stream()
                .collect(Collectors.toMap(Item.Question::key, question -> List.of(respondent.id())));
    }

    /** The same for who knows several people of one first name. */
    private Sheet.Open sheetOfStaff(Invitation invitation, Participant participant, Map<String, List<String>> given) {
        Questionnaire questionnaire = editions.get(invitation.editionId()).questionnaire();
        return new Sheet.Open(
                invitation, questionnaire, participant.person().fullName(), begun(invitation, questionnaire, given));
    }

    private Participant participant(Invitation invitation) {
        return directory.one(invitation.participantId());
    }

    private Optional<String> shut(Invitation invitation, Participant participant, LocalDate expiresOn) {
        Campaign campaign = store.campaign(invitation.campaignId()).orElseThrow();
        Programme programme = programmes.get(campaign.programmeId());
        if (!campaign.isOpen() || programme.state() != Programme.State.RUNNING) {
            return Optional.of("closed");
        }
        if (expiresOn.isBefore(access.today())) {
            return Optional.of("expired");
        }
        return mayBeAsked(participant) ? Optional.empty() : Optional.of("consent");
    }

    private boolean mayBeAsked(Participant participant) {
        return participant.status() != ParticipantStatus.LEFT
                && participant.person().anonymisedOn().isEmpty()
                && gate.isOpen(participant);
    }

    /**
     * The questions of an invitation, for who enters the answers of somebody.
     *
     * @throws NotFoundException {@code questionnaire.invitation-unknown}
     * @throws ForbiddenException {@code role.required}
     * @throws ConflictException {@code questionnaire.closed}, {@code participant.no-consent}
     */
    @Transactional(readOnly = true)
    public Sheet.Open toEnter(Long programmeId, Long invitationId) {
        access.toEnter(programmeId);
        Invitation invitation = ofProgramme(programmeId, invitationId);
        Participant participant = participant(invitation);
        requireOpen(invitation, participant);
        return sheetOfStaff(
                invitation, participant, access.mayReadAnswers() ? seen(participant, invitation) : Map.of());
    }

    /**
     * Takes the answers that somebody of the staff enters.
     *
     * @param version of the answers that the page showed; another one since then is not written over
     * @throws NotFoundException {@code questionnaire.invitation-unknown}
     * @throws ForbiddenException {@code role.required}
     * @throws ConflictException {@code questionnaire.closed}, {@code participant.no-consent}; {@code
     *     questionnaire.answered-meanwhile}
     */
    public Sent enter(
            Long programmeId, Long invitationId, int version, Channel channel, Map<String, List<String>> typed) {
        return enter(programmeId, invitationId, version, channel, typed, question -> true);
    }

    /**
     * The same where only some questions were put: the answers to the others stay as they were.
     *
     * @param put the questions of which something is said, be it that there is no answer
     */
    public Sent enterSome(
            Long programmeId,
            Long invitationId,
            int version,
            Channel channel,
            Map<String, List<String>> typed,
            Set<String> put) {
        return enter(programmeId, invitationId, version, channel, typed, put::contains);
    }

    private Sent enter(
            Long programmeId,
            Long invitationId,
            int version,
            Channel channel,
            Map<String, List<String>> typed,
            Predicate<String> put) {
        access.toEnter(programmeId);
        Participant participant = participant(ofProgramme(programmeId, invitationId));
        store.holdPerson(participant.person().id());
        store.hold(invitationId);
        Invitation invitation = ofProgramme(programmeId, invitationId);
        requireOpen(invitation, participant);
        Map<String, List<String>> staying = hidden(participant, invitation);
        staying.putAll(others(invitation, put));
        Typed read = Typed.of(staying, typed);
        AnswerSheet looked = AnswerSheet.of(editions.get(invitation.editionId()).questionnaire(), read.whole());
        boolean same = invitation.isAnswered() && looked.answers().equals(store.answers(invitation.id()));
        if (invitation.version() != version && !same) {
            throw new ConflictException("questionnaire.answered-meanwhile");
        }
        if (same) {
            return new Sent.Kept();
        }
        Sent sent = take(invitation, participant, read, channel, access.login());
        if (sent instanceof Sent.Kept) {
            trail.record(AuditEvent.of(AuditAct.ANSWERS_ENTERED, participant.id())
                    .fact("questionnaire", invitation.questionnaire())
                    .fact("channel", channel));
        }
        return sent;
    }

    private Map<String, List<String>> others(Invitation invitation, Predicate<String> put) {
        Map<String, List<String>> others = new HashMap<>(store.answers(invitation.id()));
        others.keySet().removeIf(put);
        return others;
    }

    /** What was answered to questions that are not put now, for who may enter the answers of somebody. */
    @Transactional(readOnly = true)
    public Map<String, List<String>> others(Long programmeId, Long invitationId, Set<String> put) {
        access.toEnter(programmeId);
        return others(ofProgramme(programmeId, invitationId), put::contains);
    }

    /** Whether just this was answered already, for who may enter the answers of somebody. */
    @Transactional(readOnly = true)
    public boolean isSame(Long programmeId, Long invitationId, Map<String, List<String>> answered) {
        access.toEnter(programmeId);
        return store.answers(ofProgramme(programmeId, invitationId).id()).equals(answered);
    }

    /** Answers that whoever enters does not read. */
    private Map<String, List<String>> hidden(Participant participant, Invitation invitation) {
        Map<String, List<String>> hidden = new HashMap<>(store.answers(invitation.id()));
        hidden.keySet().removeAll(seen(participant, invitation).keySet());
        return hidden;
    }

    private Invitation ofProgramme(Long programmeId, Long invitationId) {
        return store.invitation(invitationId)
                .filter(invitation -> store.campaign(invitation.campaignId())
                        .filter(campaign -> campaign.programmeId().equals(programmeId))
                        .isPresent())
                .orElseThrow(() -> new NotFoundException("questionnaire.invitation-unknown"));
    }

    private void requireOpen(Invitation invitation, Participant participant) {
        if (!store.campaign(invitation.campaignId()).orElseThrow().isOpen()) {
            throw new ConflictException("questionnaire.closed");
        }
        if (!mayBeAsked(participant)) {
            throw new ConflictException("participant.no-consent");
        }
    }

    /**
     * What a participant has answered, for who looks after the person.
     *
     * @throws NotFoundException {@code questionnaire.invitation-unknown}
     * @throws ForbiddenException {@code role.required}
     */
    @Transactional(readOnly = true)
    public Sheet.Open read(Long programmeId, Long invitationId) {
        access.toReadAnswers(programmeId);
        Invitation invitation = ofProgramme(programmeId, invitationId);
        Participant participant = participant(invitation);
        return new Sheet.Open(
                invitation,
                editions.get(invitation.editionId()).questionnaire(),
                participant.person().fullName(),
                seen(participant, invitation));
    }

    private Map<String, List<String>> seen(Participant participant, Invitation invitation) {
        return help.seen(
                participant.person().schoolId(),
                editions.get(invitation.editionId()).questionnaire(),
                store.answers(invitation.id()));
    }

    /**
     * Who has answered by a questionnaire, the latest first; for who may see who has.
     *
     * @param questionnaire its key; empty for all
     */
    @Transactional(readOnly = true)
    public List<Invitation> responses(Long programmeId, String questionnaire) {
        Programme programme = access.toRead(programmeId);
        List<Invitation> all = store.answers(programmeId, questionnaire);
        return access.ownClasses(programme.schoolId())
                .map(own -> {
                    List<Long> seen = directory
                            .of(all.stream().map(Invitation::participantId).toList())
                            .stream()
                            .filter(one -> one.classId().filter(own::contains).isPresent())
                            .map(Participant::id)
                            .toList();
                    return all.stream()
                            .filter(one -> seen.contains(one.participantId()))
                            .toList();
                })
                .orElse(all);
    }

    /** The same with what was answered, by invitation; only for who may read it. */
    @Transactional(readOnly = true)
    public Map<Long, Map<String, List<String>>> given(Long programmeId, List<Invitation> responses) {
        String schoolId = access.toReadAnswers(programmeId).schoolId();
        Map<Long, Map<String, List<String>>> given =
                store.answersOf(responses.stream().map(Invitation::id).toList());
        Map<Long, Map<String, List<String>>> seen = new HashMap<>();
        responses.forEach(one -> seen.put(
                one.id(),
                help.seen(
                        schoolId,
                        editions.get(one.editionId()).questionnaire(),
                        given.getOrDefault(one.id(), Map.of()))));
        return seen;
    }
}
