package org.mentoringroadmap.questionnaire.use;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mentoringroadmap.participant.ConsentGate;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantDirectory;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.ParticipantStatus;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.questionnaire.AnsweredSheets;
import org.mentoringroadmap.questionnaire.AnsweredSheets.Answered;
import org.mentoringroadmap.questionnaire.FieldUse;
import org.mentoringroadmap.questionnaire.Item;
import org.mentoringroadmap.questionnaire.Questionnaire;
import org.mentoringroadmap.questionnaire.QuestionnaireAccess;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What participants have answered about themselves, offered as changes of their cards. Nothing goes into a card by itself:
 * the curator accepts a change or does not, and only what the consent of the person allows is offered. An answer that is sent
 * anew is offered anew.
 */
@Service
@Transactional
public class RegisterOffers {
    /** How many changes one request may decide about. */
    public static final int MAX_DECISIONS = 2_000;

    /**
     * A change that an answer offers.
     *
     * @param about what {@link #decide} takes: which answer, which field, and what was seen of both
     * @param before as the card says it; empty for nothing
     * @param after as it would say it
     */
    public record Change(String about, CardField field, String before, String after) {}

    /** Changes of one card. */
    public record Offer(Participant participant, List<Change> changes) {}

    /**
     * What came of a decision.
     *
     * @param done how many changes were decided about
     * @param stale how many were not, since card or answer are others by now
     */
    public record Decided(int done, int stale) {}

    /** A change with all that belongs to it. */
    private record Found(Participant participant, Answered sheet, CardField field, List<String> said) {
        OfferStore.About about() {
            return new OfferStore.About(sheet.invitation().id(), field);
        }

        String key() {
            return sheet.invitation().id() + "." + field.id() + "."
                    + sheet.invitation().version() + "." + participant.version();
        }
    }

    private final AnsweredSheets sheets;
    private final OfferStore store;
    private final ParticipantDirectory directory;
    private final Registers registers;
    private final ConsentGate gate;
    private final QuestionnaireAccess access;
    private final MessageSource messages;
    private final AuditTrail trail;

    RegisterOffers(
            AnsweredSheets sheets,
            OfferStore store,
            ParticipantDirectory directory,
            Registers registers,
            ConsentGate gate,
            QuestionnaireAccess access,
            MessageSource messages,
            AuditTrail trail) {
        this.sheets = sheets;
        this.store = store;
        this.directory = directory;
        this.registers = registers;
        this.gate = gate;
        this.access = access;
        this.messages = messages;
        this.trail = trail;
    }

    /**
     * What the answers of one participant offer; nothing to who does not decide about it, or where the year is over.
     *
     * @throws NotFoundException {@code participant.unknown}
     */
    @Transactional(readOnly = true)
    public List<Change> ofParticipant(Long participantId) {
        Participant participant = registers.visible(participantId);
        if (!access.mayDecide(participant.programmeId())) {
            return List.of();
        }
        Programme programme = access.toDecide(participant.programmeId());
        return shown(found(programme, sheets.of(List.of(participantId)))).stream()
                .flatMap(offer -> offer.changes().stream())
                .toList();
    }

    /**
     * What the answers of a campaign offer, in the order of names.
     *
     * @throws NotFoundException {@code programme.unknown}
     * @throws ForbiddenException {@code role.required}
     * @throws ConflictException {@code questionnaire.programme-completed}
     */
    @Transactional(readOnly = true)
    public List<Offer> ofCampaign(Long programmeId, Long campaignId) {
        Programme programme = access.toDecide(programmeId);
        return shown(found(programme, sheets.ofCampaign(programmeId, campaignId)));
    }

    /**
     * Accepts or refuses changes; those that are others by now are left as they are.
     *
     * @param about of the changes
     * @throws NotFoundException {@code programme.unknown}
     * @throws ForbiddenException {@code role.required}
     * @throws ConflictException {@code questionnaire.programme-completed}
     * @throws UserInputException {@code offer.nothing}, {@code offer.too-many}; what the card refuses
     */
    public Decided decide(Long programmeId, Collection<String> about, boolean accept) {
        Programme programme = access.toDecide(programmeId);
        if (about == null || about.isEmpty()) {
            throw new UserInputException("offer.nothing");
        }
        if (about.size() > MAX_DECISIONS) {
            throw new UserInputException("offer.too-many", String.valueOf(MAX_DECISIONS));
        }
        Map<String, Found> offered =
                found(programme, sheets.ofProgramme(programmeId, RegisterOffers::isAboutTheCard)).stream()
                        .collect(Collectors.toMap(Found::key, Function.identity()));
        Map<Participant, List<Found>> chosen = new LinkedHashMap<>();
        about.stream()
                .distinct()
                .map(offered::get)
                .filter(Objects::nonNull)
                .forEach(found -> chosen.computeIfAbsent(found.participant(), card -> new ArrayList<>())
                        .add(found));
        chosen.forEach((participant, changes) -> {
            if (accept) {
                ParticipantDetails details = participant.details();
                for (Found change : changes) {
                    details = change.field().with(details, change.said());
                }
                registers.describe(participant.id(), participant.version(), details);
            }
            changes.forEach(change -> store.decide(
                    change.about(), change.sheet().invitation().version(), accept, access.login(), access.now()));
        });
        int done = chosen.values().stream().mapToInt(List::size).sum();
        trail.record(AuditEvent.of(AuditAct.OFFERS_DECIDED, programmeId)
                .fact("decision", accept ? "accept" : "refuse")
                .count(done));
        return new Decided(done, (int) about.stream().distinct().count() - done);
    }

    private List<Offer> shown(List<Found> all) {
        Map<Participant, List<Found>> byCard = all.stream()
                .collect(Collectors.groupingBy(Found::participant, LinkedHashMap::new, Collectors.toList()));
        return byCard.entrySet().stream()
                .map(card -> new Offer(
                        card.getKey(),
                        card.getValue().stream().map(this::change).toList()))
                .toList();
    }

    private Change change(Found found) {
        ParticipantDetails known = found.participant().details();
        return new Change(
                found.key(),
                found.field(),
                words(found.field(), known),
                words(found.field(), found.field().with(known, found.said())));
    }

    private String words(CardField field, ParticipantDetails details) {
        return field.words(details).stream()
                .map(words -> field == CardField.FORMS ? messages.getMessage(words, null, Locale.ROOT) : words)
                .collect(Collectors.joining(", "));
    }

    /** Of several answers about one field the one that was sent last. */
    private List<Found> found(Programme programme, List<Answered> answered) {
        List<Answered> own = answered.stream()
                .filter(sheet -> isAboutTheCard(sheet.questionnaire()))
                .sorted(Comparator.comparing(sheet -> sheet.invitation().answeredAt()))
                .toList();
        List<Participant> people = directory.full(own.stream()
                .map(sheet -> sheet.invitation().participantId())
                .distinct()
                .toList());
        Map<OfferStore.About, Integer> decided =
                store.decided(own.stream().map(sheet -> sheet.invitation().id()).toList());
        Map<Long, List<Answered>> byPerson = own.stream()
                .collect(Collectors.groupingBy(sheet -> sheet.invitation().participantId()));
        Map<ParticipantRole, ConsentGate.Consented> consented = new EnumMap<>(ParticipantRole.class);
        people.forEach(one -> consented.computeIfAbsent(one.role(), role -> gate.consented(programme, role)));
        List<Found> found = new ArrayList<>();
        for (Participant participant : people) {
            if (participant.status() == ParticipantStatus.LEFT
                    || participant.person().anonymisedOn().isPresent()) {
                continue;
            }
            Map<CardField, Found> latest = new LinkedHashMap<>();
            byPerson.get(participant.id())
                    .forEach(sheet -> said(sheet)
                            .forEach((field, said) -> latest.put(field, new Found(participant, sheet, field, said))));
            latest.values().stream()
                    .filter(one -> one.field().data().of(participant.role()))
                    .filter(one -> consented
                            .get(participant.role())
                            .to(one.field().data(), participant.person().id()))
                    .filter(one -> !Objects.equals(
                            decided.get(one.about()), one.sheet().invitation().version()))
                    .filter(RegisterOffers::changesSomething)
                    .forEach(found::add);
        }
        return found;
    }

    private static boolean isAboutTheCard(Questionnaire questionnaire) {
        return !questionnaire.byOthers()
                && !questionnaire.questions(use -> !use.register().isEmpty()).isEmpty();
    }

    /** What the answers say about the fields of the card, in the words of the card. */
    private static Map<CardField, List<String>> said(Answered sheet) {
        Map<CardField, List<String>> said = new HashMap<>();
        for (Item.Question question : sheet.questionnaire().questions()) {
            FieldUse use = sheet.questionnaire().use(question);
            Optional<CardField> field = CardField.find(use.register());
            List<String> given = sheet.answers().getOrDefault(question.key(), List.of());
            if (field.isPresent() && !given.isEmpty()) {
                List<String> words = use.words().isEmpty()
                        ? question.inWords(given)
                        : given.stream()
                                .map(use.words()::get)
                                .filter(Objects::nonNull)
                                .toList();
                if (!words.isEmpty()) {
                    said.computeIfAbsent(field.get(), any -> new ArrayList<>()).addAll(words);
                }
            }
        }
        return said;
    }

    /** What the card would not take is not offered: it can be read among the answers, and entered by hand. */
    private static boolean changesSomething(Found found) {
        ParticipantDetails known = found.participant().details();
        try {
            ParticipantDetails changed = found.field()
                    .with(known, found.said())
                    .checked(found.participant().role());
            return !changed.saysTheSame(known);
        } catch (UserInputException | NumberFormatException refused) {
            return false;
        }
    }
}
